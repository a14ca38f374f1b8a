package org.qualityzones.feed;

import java.util.List;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/**
 * Which events someone may see: all; those about certain enterprises; those of certain areas, and those of no area at
 * all (rule sets, general warnings). An event with an audience is seen by that owner only.
 *
 * @param areas GB/T 2260 prefixes
 * @param owner as {@link Caller#key()}
 */
public record FeedRows(boolean all, List<String> usccs, List<String> areas, String owner) {

    /** The rows of a caller's token. */
    public static FeedRows of(Caller caller) {
        boolean all = caller.isAny(Roles.AUTHORITY, Roles.INTEGRATOR, Roles.AUDITOR);
        boolean areas = caller.isAny(Roles.BUREAU, Roles.INSPECTOR, Roles.LOCAL_GOVERNMENT);
        return new FeedRows(
                all,
                caller.is(Roles.ENTERPRISE) ? caller.usccs() : List.of(),
                areas ? caller.areas() : List.of(),
                caller.key());
    }

    /** Whether an event may be seen. */
    public boolean sees(FeedEvent event) {
        if (event.audience().isPresent()) {
            return event.audience().get().equals(owner);
        }
        return all || seesEnterprise(event.keys()) || seesArea(event.keys());
    }

    private boolean seesEnterprise(FeedKeys keys) {
        return keys.usccs().stream().anyMatch(usccs::contains);
    }

    private boolean seesArea(FeedKeys keys) {
        if (areas.isEmpty()) {
            return false;
        }
        return keys.areas().isEmpty()
                || keys.areas().stream().anyMatch(area -> areas.stream().anyMatch(area::startsWith));
    }
}
