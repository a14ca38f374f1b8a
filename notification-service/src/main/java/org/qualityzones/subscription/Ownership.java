package org.qualityzones.subscription;

import java.util.List;
import org.qualityzones.feed.FeedRows;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/**
 * Whose a subscription is, and the rows its owner had when it was made or last replaced.
 *
 * @param key as {@link Caller#key()}
 * @param role the strongest role that may subscribe
 * @param all whether events of all rows are sent
 */
record Ownership(String key, String role, boolean all, List<String> usccs, List<String> areas) {

    private static final List<String> STRONGEST_FIRST =
            List.of(Roles.AUTHORITY, Roles.INTEGRATOR, Roles.BUREAU, Roles.LOCAL_GOVERNMENT, Roles.ENTERPRISE);

    /** Of a caller who has one of the roles that may subscribe. */
    static Ownership of(Caller caller) {
        String role = STRONGEST_FIRST.stream().filter(caller::is).findFirst().orElseThrow();
        return switch (role) {
            case Roles.AUTHORITY, Roles.INTEGRATOR -> new Ownership(caller.key(), role, true, List.of(), List.of());
            case Roles.ENTERPRISE -> new Ownership(caller.key(), role, false, caller.usccs(), List.of());
            default -> new Ownership(caller.key(), role, false, List.of(), caller.areas());
        };
    }

    /** The rows that are sent. */
    FeedRows rows() {
        return new FeedRows(all, usccs, areas, key);
    }

    /** Whether a caller may change it: the owner, or someone of the same role with at least the same rows. */
    boolean isManagedBy(Caller caller) {
        return key.equals(caller.key()) || (caller.is(role) && coversRows(caller));
    }

    /** Whether a caller may read it. */
    boolean isReadBy(Caller caller) {
        return caller.isAny(Roles.AUTHORITY, Roles.AUDITOR) || isManagedBy(caller);
    }

    private boolean coversRows(Caller caller) {
        return switch (role) {
            case Roles.AUTHORITY -> true;
            case Roles.ENTERPRISE -> !usccs.isEmpty() && usccs.stream().allMatch(caller::owns);
            case Roles.BUREAU, Roles.LOCAL_GOVERNMENT ->
                !areas.isEmpty() && areas.stream().allMatch(caller::covers);
            default -> false;
        };
    }
}
