package org.qualityzones.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.qualityzones.servers.KafkaServer;
import org.qualityzones.servers.KeycloakServer;
import org.qualityzones.servers.Ports;
import org.qualityzones.servers.PostgresServer;
import org.qualityzones.servers.Server;
import org.qualityzones.servers.ZipkinServer;

/** All processes of the stack: started in order and provisioned, stopped in the opposite order, killed. */
final class Stack {

    private final Layout layout;
    private final Settings settings;
    private final SecretStore secrets;
    private final List<String> people;
    private final StackEnv env;
    private final Console console;
    private final Map<Component, Server> processes = new EnumMap<>(Component.class);

    Stack(Layout layout, Settings settings, Console console) {
        this.layout = layout;
        this.settings = settings;
        this.console = console;
        this.secrets = new SecretStore(layout.secrets());
        this.people = People.in(layout.realm());
        this.env = StackEnv.of(settings, secrets, people);
        Component.servers().forEach(component -> processes.put(component, server(component)));
        boolean traced = settings.observes() || process(Component.ZIPKIN).isRunning();
        ServiceEnvironment environment = new ServiceEnvironment(settings, secrets, traced);
        Component.services().forEach(component -> processes.put(component, service(component, environment)));
    }

    StackEnv env() {
        return env;
    }

    Server process(Component component) {
        return processes.get(component);
    }

    /** Starts what does not run yet of these, servers first; each is ready and provisioned when it returns. */
    void start(List<Component> components) {
        List<Component> missing = components.stream()
                .filter(component -> !process(component).isRunning())
                .toList();
        components.stream()
                .filter(component -> !missing.contains(component))
                .forEach(component -> console.say("  " + component.label() + " runs already"));
        requireJars(missing);
        requirePorts(missing);
        new EnvFile(layout.stackEnv()).write(env.values());
        startTogether(only(missing, Component.servers()));
        startTogether(only(missing, Component.services()));
    }

    /** Stops services before the servers that they use. */
    void stop(List<Component> components) {
        together(only(components, Component.services()), this::stopOne);
        together(only(components, List.of(Component.KEYCLOAK, Component.KAFKA, Component.ZIPKIN)), this::stopOne);
        together(only(components, List.of(Component.POSTGRES)), this::stopOne);
    }

    void kill(List<Component> components) {
        together(components, component -> {
            process(component).kill();
            console.say("  " + component.label() + " killed");
        });
    }

    private void startTogether(List<Component> components) {
        if (!components.isEmpty()) {
            console.say("Starting "
                    + String.join(
                            ", ", components.stream().map(Component::label).toList()));
            together(components, this::startOne);
        }
    }

    private void startOne(Component component) {
        long begun = System.nanoTime();
        Server process = process(component);
        process.start();
        switch (process) {
            case PostgresServer postgres -> new Databases(secrets).create(postgres);
            case KafkaServer kafka -> KafkaTopics.create(kafka.bootstrapServers());
            case KeycloakServer keycloak -> new Keycloak(env).ensureDemo(people);
            default -> {
                // a service provisions itself: Flyway at its start
            }
        }
        console.step(component.label(), since(begun), "port " + process.port() + ", pid " + process.pid());
    }

    private void stopOne(Component component) {
        Server process = process(component);
        if (process.isRunning()) {
            long begun = System.nanoTime();
            process.stop();
            console.step(component.label() + " stopped", since(begun), "");
        } else {
            process.stop();
        }
    }

    private void requireJars(List<Component> components) {
        List<String> missing = components.stream()
                .filter(Component::isService)
                .map(layout::jar)
                .filter(jar -> !Files.isRegularFile(jar))
                .map(QuarkusService::missing)
                .toList();
        if (!missing.isEmpty()) {
            throw new LocalException(String.join("\n", missing));
        }
    }

    private void requirePorts(List<Component> components) {
        List<String> taken = new ArrayList<>();
        for (Component component : components) {
            for (int port : process(component).ports()) {
                if (!Ports.isFree(port)) {
                    taken.add(
                            "Port " + port + " (" + component.label() + ") is taken by another program: end it, or set "
                                    + Settings.portVariable(component) + " to a free port");
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new LocalException(String.join("\n", taken));
        }
    }

    private Server server(Component component) {
        int port = settings.port(component);
        return switch (component) {
            case POSTGRES -> new PostgresServer(layout.site(component), port, env.get("PG_PASSWORD"));
            case KAFKA ->
                new KafkaServer(
                        layout.site(component),
                        port,
                        settings.managementPort(component),
                        settings.kafkaAdvertisedPort(),
                        settings.kafkaJavaOptions());
            case KEYCLOAK ->
                new KeycloakServer(
                        layout.site(component),
                        port,
                        settings.managementPort(component),
                        new KeycloakServer.Admin(
                                env.get("KEYCLOAK_ADMIN_USERNAME"), env.get("KEYCLOAK_ADMIN_PASSWORD")),
                        layout.realm());
            case ZIPKIN -> new ZipkinServer(layout.site(component), port);
            case ZONE, ENTERPRISE, INSPECTION, NOTIFICATION, GATEWAY ->
                throw new IllegalArgumentException(component + " is a service");
        };
    }

    private Server service(Component component, ServiceEnvironment environment) {
        return new QuarkusService(
                layout.site(component),
                layout.jar(component),
                settings.port(component),
                settings.managementPort(component),
                settings.javaOptions(component),
                environment.of(component));
    }

    private static void together(List<Component> components, Consumer<Component> action) {
        Tasks.together(components.stream()
                .map(component -> (Runnable) () -> action.accept(component))
                .toList());
    }

    private static List<Component> only(List<Component> components, List<Component> group) {
        return components.stream().filter(group::contains).toList();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
