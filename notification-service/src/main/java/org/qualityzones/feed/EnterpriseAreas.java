package org.qualityzones.feed;

import jakarta.enterprise.context.ApplicationScoped;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.messaging.StateVersions;

/** Where enterprises are: as their owner says, or digits 3 to 8 of the code (GB 32100) where it is unknown here. */
@ApplicationScoped
public class EnterpriseAreas {

    private static final String ENTERPRISE_COPY = "enterprise";

    private final StateVersions copies;

    EnterpriseAreas(StateVersions copies) {
        this.copies = copies;
    }

    /** GB/T 2260, six digits. */
    public String of(String uscc) {
        return copies.latest(ENTERPRISE_COPY, uscc)
                .map(copy -> copy.state(EnterpriseState.class).areaCode())
                .orElse(uscc.substring(2, 8));
    }
}
