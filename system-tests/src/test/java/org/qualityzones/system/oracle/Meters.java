package org.qualityzones.system.oracle;

import java.util.List;
import java.util.OptionalDouble;
import org.qualityzones.system.client.Client;

/** Figures that a process publishes about itself on its management port. */
public record Meters(String managementUrl) {

    /** Sum of all series of that name, of which there is one at least. */
    public double sum(String name) {
        return series(name).orElseThrow(() -> new IllegalStateException("No series is called " + name));
    }

    /** Sum of all series of that name, 0 while there is none. */
    public double sumOfAny(String name) {
        return series(name).orElse(0);
    }

    private OptionalDouble series(String name) {
        List<String> series = Client.anonymous(managementUrl)
                .get("/q/metrics")
                .expect(200)
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .toList();
        return series.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum);
    }
}
