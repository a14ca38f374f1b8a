package org.qualityzones.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A process of the stack, in the order of starting. */
enum Component {
    POSTGRES(15432, Kind.SERVER),
    KAFKA(19092, Kind.SERVER),
    KEYCLOAK(8180, Kind.SERVER),
    ZIPKIN(9411, Kind.SERVER),
    ZONE(8081, Kind.SERVICE_WITH_DATABASE),
    ENTERPRISE(8082, Kind.SERVICE_WITH_DATABASE),
    INSPECTION(8083, Kind.SERVICE_WITH_DATABASE),
    NOTIFICATION(8084, Kind.SERVICE_WITH_DATABASE),
    GATEWAY(8080, Kind.SERVICE);

    private enum Kind {
        SERVER,
        SERVICE,
        SERVICE_WITH_DATABASE
    }

    private final int defaultPort;
    private final Kind kind;

    Component(int defaultPort, Kind kind) {
        this.defaultPort = defaultPort;
        this.kind = kind;
    }

    static Component named(String name) {
        return Arrays.stream(values())
                .filter(component -> component.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new LocalException("No such process: " + name + "; there are "
                        + String.join(", ", all().stream().map(Component::label).toList())));
    }

    /** All but Zipkin, which is started on request. */
    static List<Component> standard() {
        return all().stream().filter(component -> component != ZIPKIN).toList();
    }

    static List<Component> all() {
        return List.of(values());
    }

    static List<Component> servers() {
        return all().stream().filter(component -> !component.isService()).toList();
    }

    static List<Component> services() {
        return all().stream().filter(Component::isService).toList();
    }

    static List<Component> databases() {
        return all().stream().filter(Component::hasDatabase).toList();
    }

    /** Name on the command line and of the pid file. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder of the Maven module of a service. */
    String module() {
        return this == GATEWAY ? "gateway" : label() + "-service";
    }

    int defaultPort() {
        return defaultPort;
    }

    boolean isService() {
        return kind != Kind.SERVER;
    }

    boolean hasDatabase() {
        return kind == Kind.SERVICE_WITH_DATABASE;
    }
}
