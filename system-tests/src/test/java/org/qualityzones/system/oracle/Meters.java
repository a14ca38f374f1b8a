package org.qualityzones.system.oracle;

import org.qualityzones.system.client.Client;

/** Figures that a process publishes about itself on its management port. */
public record Meters(String managementUrl) {

    /** Sum of all series of that name. */
    public double sum(String name) {
        return Client.anonymous(managementUrl)
                .get("/q/metrics")
                .expect(200)
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
