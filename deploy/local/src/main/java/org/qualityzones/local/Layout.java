package org.qualityzones.local;

import java.nio.file.Path;
import org.qualityzones.servers.Site;

/** Where the stack keeps its files; everything it writes is below {@code .local} of the checkout. */
record Layout(Path root) {

    Path local() {
        return root.resolve(".local");
    }

    Path secrets() {
        return local().resolve("secrets.env");
    }

    Path stackEnv() {
        return local().resolve("stack.env");
    }

    Path ownLog() {
        return local().resolve("log").resolve("run.log");
    }

    Path realm() {
        return root.resolve("deploy").resolve("keycloak").resolve("qualityzones-realm.json");
    }

    Site site(Component component) {
        return Site.in(local(), component.label(), Site.Lifetime.DETACHED);
    }

    Path jar(Component service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
