package org.qualityzones.declaration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All document verifications. */
@ApplicationScoped
class DocumentVerifications implements PanacheRepositoryBase<DocumentVerification, UUID> {

    boolean any(UUID declarationId) {
        return count("declarationId", declarationId) > 0;
    }

    boolean any(UUID declarationId, int lineNo) {
        return count("declarationId = ?1 and lineNo = ?2", declarationId, lineNo) > 0;
    }
}
