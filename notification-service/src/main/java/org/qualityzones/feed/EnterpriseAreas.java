package org.qualityzones.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.messaging.StateVersion;
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
        return of(uscc, copies.latest(ENTERPRISE_COPY, uscc));
    }

    /** The same keys; those that tell of no area with the areas of their enterprises. */
    List<FeedKeys> complete(List<FeedKeys> keys) {
        Set<String> usccs = keys.stream()
                .filter(some -> some.areas().isEmpty())
                .flatMap(some -> some.usccs().stream())
                .collect(Collectors.toSet());
        Map<String, StateVersion> known = copies.latest(ENTERPRISE_COPY, usccs);
        return keys.stream()
                .map(some -> some.areas().isEmpty() ? some.withAreas(of(some.usccs(), known)) : some)
                .toList();
    }

    private static List<String> of(List<String> usccs, Map<String, StateVersion> known) {
        return usccs.stream()
                .map(uscc -> of(uscc, Optional.ofNullable(known.get(uscc))))
                .distinct()
                .sorted()
                .toList();
    }

    private static String of(String uscc, Optional<StateVersion> copy) {
        return copy.map(known -> known.state(EnterpriseState.class).areaCode()).orElse(uscc.substring(2, 8));
    }
}
