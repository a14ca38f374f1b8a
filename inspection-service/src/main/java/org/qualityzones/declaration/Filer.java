package org.qualityzones.declaration;

import java.util.List;
import java.util.Set;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Roles;

/**
 * Who files, as the token of the request said: also after the request has ended.
 *
 * @param key of the caller; references are unique under it
 * @param usccs codes that the caller acts for
 * @param areas prefixes of the caller's areas
 */
public record Filer(String key, Set<String> roles, List<String> usccs, List<String> areas) {

    public static Filer of(Caller caller) {
        return new Filer(
                caller.key(), Set.copyOf(caller.roles()), List.copyOf(caller.usccs()), List.copyOf(caller.areas()));
    }

    boolean is(String role) {
        return roles.contains(role);
    }

    boolean owns(String uscc) {
        return uscc != null && usccs.contains(uscc);
    }

    boolean covers(String areaCode) {
        return is(Roles.AUTHORITY) || areas.stream().anyMatch(areaCode::startsWith);
    }
}
