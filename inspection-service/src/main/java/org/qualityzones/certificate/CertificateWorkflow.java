package org.qualityzones.certificate;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** The life cycle of a certificate as data. */
@Singleton
class CertificateWorkflow {

    private static final Set<String> AUTHORITY = Set.of(Roles.AUTHORITY);

    private final Workflow definition = Workflow.named("certificate")
            .states(CertificateStatus.class)
            .action(
                    "suspend",
                    Set.of("VALID"),
                    "SUSPENDED",
                    AUTHORITY,
                    "reason; rectification by a day three to six months ahead")
            .action("reinstate", Set.of("SUSPENDED"), "VALID", AUTHORITY, "rectified")
            .action("revoke", Set.of("VALID", "SUSPENDED"), "REVOKED", AUTHORITY, "reason; bars the holder for 3 years")
            .action("expire", Set.of("VALID", "SUSPENDED"), "EXPIRED", Set.of(), "the last day of the term is over")
            .build();

    @Produces
    @Singleton
    Workflow definition() {
        return definition;
    }
}
