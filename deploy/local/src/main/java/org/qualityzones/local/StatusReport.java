package org.qualityzones.local;

import java.util.Locale;
import java.util.Optional;
import org.qualityzones.servers.HealthCheck;
import org.qualityzones.servers.Ports;
import org.qualityzones.servers.Server;

/** What runs, where, and with how much memory. */
record StatusReport(Stack stack, Settings settings) {

    private static final String LINE = "%-14s %-9s %-7s %-7s %s";

    String text() {
        StringBuilder text = new StringBuilder(line("process", "state", "pid", "port", "memory"));
        long total = 0;
        for (Component component : Component.all()) {
            Server server = stack.process(component);
            Optional<ProcessHandle> process = server.process();
            if (process.isEmpty() && !Component.standard().contains(component)) {
                continue;
            }
            long memory = process.map(Memory::megabytes).orElse(0L);
            total += memory;
            text.append(line(
                    component.label(),
                    state(component, process.isPresent()),
                    process.map(p -> Long.toString(p.pid())).orElse("-"),
                    Integer.toString(server.port()),
                    process.isPresent() ? memory + " MB" : "-"));
        }
        return text.append(line("in all", "", "", "", total + " MB")).toString();
    }

    private String state(Component component, boolean running) {
        if (!running) {
            return "down";
        }
        int management = settings.managementPort(component);
        boolean ready =
                switch (component) {
                    case POSTGRES, KAFKA -> Ports.isOpen(settings.port(component));
                    case ZIPKIN -> HealthCheck.isOk(settings.port(component), "/health");
                    case KEYCLOAK -> HealthCheck.isOk(management, "/health/ready");
                    case ZONE, ENTERPRISE, INSPECTION, NOTIFICATION, GATEWAY ->
                        HealthCheck.isOk(management, "/q/health/ready");
                };
        return ready ? "ready" : "not ready";
    }

    private static String line(String name, String state, String pid, String port, String memory) {
        return String.format(Locale.ROOT, LINE, name, state, pid, port, memory).stripTrailing() + "\n";
    }
}
