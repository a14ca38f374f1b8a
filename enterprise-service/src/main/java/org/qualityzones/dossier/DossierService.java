package org.qualityzones.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.qualityzones.enterprise.EnterpriseAccess;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;

/** Reads quality files, for whoever may see the enterprise. */
@ApplicationScoped
class DossierService {
    private final Dossiers dossiers;
    private final EnterpriseAccess access;

    DossierService(Dossiers dossiers, EnterpriseAccess access) {
        this.dossiers = dossiers;
        this.access = access;
    }

    @Transactional
    Page<DossierView> list(String uscc, PageRequest page) {
        access.fileOf(uscc);
        return Page.of(dossiers.page(uscc, page.after(), page.limit()), page, DossierEntry::id)
                .map(DossierEntry::view);
    }
}
