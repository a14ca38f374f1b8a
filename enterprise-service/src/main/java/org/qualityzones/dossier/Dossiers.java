package org.qualityzones.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The entries of all quality files. */
@ApplicationScoped
class Dossiers implements PanacheRepositoryBase<DossierEntry, UUID> {

    private final StatelessSession rows;

    Dossiers(StatelessSession rows) {
        this.rows = rows;
    }

    /** Writes entries that were just made, together. */
    void insert(List<DossierEntry> made) {
        if (!made.isEmpty()) {
            rows.insertMultiple(made);
        }
    }

    /** One row more than the page, newest first. */
    List<DossierEntry> page(String uscc, UUID after, int limit) {
        String query = "uscc = :uscc" + (after == null ? "" : " and id < :after") + " order by id desc";
        Parameters parameters = Parameters.with("uscc", uscc);
        return find(query, after == null ? parameters : parameters.and("after", after))
                .page(0, limit + 1)
                .list();
    }
}
