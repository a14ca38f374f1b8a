package org.qualityzones.system.client;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Whether the suite serves a caller who comes anew: new tokens, a page of each service and a declaration filed, all through
 * the gateway. The declarations are of an enterprise that no check judges.
 */
public record Serving(SuiteUnderTest suite, String consignor) implements BooleanSupplier {

    private static final List<String> PAGES = List.of(
            "/api/v1/zones?limit=1",
            "/api/v1/enterprises?limit=1",
            "/api/v1/declarations?limit=1",
            "/api/v1/subscriptions?limit=1");
    private static final int OK = 200;
    private static final int CREATED = 201;

    public static Serving of(SuiteUnderTest suite) {
        return new Serving(suite, CreditCode.random("330226"));
    }

    @Override
    public boolean getAsBoolean() {
        Callers callers = new Callers(suite);
        try {
            Client reader = callers.as("AUDITOR");
            return PAGES.stream().allMatch(page -> reader.get(page).status() == OK)
                    && callers.as("BUREAU")
                                    .post("/api/v1/declarations", Samples.declaration(consignor))
                                    .status()
                            == CREATED;
        } catch (UncheckedIOException nobody) {
            return false;
        }
    }
}
