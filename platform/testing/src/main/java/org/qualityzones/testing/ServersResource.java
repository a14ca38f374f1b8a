package org.qualityzones.testing;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Starts what {@link WithServers} asks for and configures the application under test with it. */
public final class ServersResource implements QuarkusTestResourceConfigurableLifecycleManager<WithServers> {

    /** No test moves the clock this far, so no purge takes the rows that a test is about to count. */
    private static final String LONGER_THAN_ANY_TEST = "36500d";

    private String service;
    private boolean kafka;
    private boolean plans;

    @Override
    public void init(WithServers annotation) {
        service = annotation.value();
        kafka = annotation.kafka();
        plans = annotation.plans();
    }

    @Override
    public Map<String, String> start() {
        TestPostgres postgres = TestPostgres.ofThisJvm();
        TestDatabase database = postgres.database(service);
        postgres.explain(database, plans);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database.name()));
        config.put("quarkus.datasource.username", database.appRole());
        config.put("quarkus.datasource.password", database.password());
        config.put("quarkus.flyway.username", database.ownerRole());
        config.put("quarkus.flyway.password", database.password());
        config.put("quarkus.oidc.auth-server-url", TestIssuer.ofThisJvm().url(TestIssuer.REALM));
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("qz.messaging.keep.outbox", LONGER_THAN_ANY_TEST);
        config.put("qz.messaging.keep.inbox", LONGER_THAN_ANY_TEST);
        config.put("QZ_SEALING_KEY", TestSecrets.sealingKey());
        if (kafka) {
            config.put("kafka.bootstrap.servers", TestKafka.ofThisJvm().bootstrapServers());
        }
        return config;
    }

    /** The servers live as long as the JVM: the next test class finds them running. */
    @Override
    public void stop() {}
}
