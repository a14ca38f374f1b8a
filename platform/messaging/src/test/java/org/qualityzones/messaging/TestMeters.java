package org.qualityzones.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A registry that counts, since without a back end none does. */
final class TestMeters {

    private TestMeters() {}

    @Produces
    @Singleton
    static SimpleMeterRegistry registry() {
        return new SimpleMeterRegistry();
    }
}
