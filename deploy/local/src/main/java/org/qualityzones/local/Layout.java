package org.qualityzones.local;

import java.nio.file.Path;
import java.util.Map;
import org.qualityzones.servers.Site;

/**
 * Where the stack keeps its files.
 *
 * @param root the checkout
 * @param local folder that everything the stack writes is below
 */
record Layout(Path root, Path local) {

    /** {@code .local} of the checkout, or the folder named by {@code QZ_LOCAL}: a second stack beside the first. */
    static Layout of(Path root, Map<String, String> environment) {
        String given = environment.getOrDefault("QZ_LOCAL", "");
        return new Layout(root, root.resolve(given.isBlank() ? ".local" : given));
    }

    /** A file as the person named it, from the folder where {@code ./run} was called. */
    Path given(String file) {
        return Path.of(System.getProperty("qz.from", "")).resolve(file).normalize();
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
