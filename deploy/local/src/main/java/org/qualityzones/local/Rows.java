package org.qualityzones.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows a caller is limited to: values of the token's claims. */
record Rows(List<String> uscc, List<String> areas, List<String> bureau) {

    static final Rows NONE = new Rows(List.of(), List.of(), List.of());

    static Rows ofEnterprise(String uscc) {
        return new Rows(List.of(uscc), List.of(), List.of());
    }

    static Rows ofAreas(String... areas) {
        return new Rows(List.of(), List.of(areas), List.of());
    }

    static Rows ofBureau(String bureau, String... areas) {
        return new Rows(List.of(), List.of(areas), List.of(bureau));
    }

    /** Reads arguments such as {@code areas=3302,3301}. */
    static Rows parse(List<String> arguments) {
        Map<String, List<String>> given = new TreeMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            String name = sign < 0 ? argument : argument.substring(0, sign);
            if (sign < 0 || !List.of("uscc", "areas", "bureau").contains(name)) {
                throw new LocalException("Rows are given as uscc=…, areas=… or bureau=…, not " + argument);
            }
            given.put(name, List.of(argument.substring(sign + 1).split(",")));
        }
        return new Rows(
                given.getOrDefault("uscc", List.of()),
                given.getOrDefault("areas", List.of()),
                given.getOrDefault("bureau", List.of()));
    }

    /** As attributes of a Keycloak user. */
    Map<String, List<String>> attributes() {
        return Map.of("uscc", uscc, "areas", areas, "bureau", bureau);
    }
}
