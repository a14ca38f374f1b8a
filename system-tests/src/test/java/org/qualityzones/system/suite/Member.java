package org.qualityzones.system.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A process of the suite. */
public enum Member {
    POSTGRES,
    KAFKA,
    KEYCLOAK,
    ZONE,
    ENTERPRISE,
    INSPECTION,
    NOTIFICATION,
    GATEWAY;

    /** The services that check tokens themselves and hold data. */
    public static final List<Member> SERVICES = List.of(ZONE, ENTERPRISE, INSPECTION, NOTIFICATION);

    public static final List<Member> SERVERS = List.of(POSTGRES, KAFKA, KEYCLOAK);

    /** Every process that is ours: the services and the gateway. */
    public static List<Member> ours() {
        return Arrays.stream(values())
                .filter(member -> !SERVERS.contains(member))
                .toList();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
