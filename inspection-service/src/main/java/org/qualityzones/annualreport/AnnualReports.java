package org.qualityzones.annualreport;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All annual reports. */
@ApplicationScoped
class AnnualReports implements PanacheRepositoryBase<AnnualReport, UUID> {

    private static final int MOST_YEARS = 200;

    boolean has(UUID certificateId, int year) {
        return count("certificateId = ?1 and year = ?2", certificateId, year) > 0;
    }

    /** Newest year first; a certificate has one for each year of its term. */
    List<AnnualReport> of(UUID certificateId) {
        return find("certificateId = ?1 order by year desc", certificateId)
                .page(0, MOST_YEARS)
                .list();
    }
}
