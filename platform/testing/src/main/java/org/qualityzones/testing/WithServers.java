package org.qualityzones.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL database with its two roles, a Kafka with every topic and a token
 * issuer, started once per JVM; PostgreSQL once per run of {@code ./test} (environment {@code QZ_TEST_SERVERS}).
 */
@WithTestResource(value = ServersResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithServers {

    /** Short name of the service; its database is {@code qz_<name>}. */
    String value();

    /** False for a service that neither sends nor receives events. */
    boolean kafka() default true;

    /** True where the server has to write the plan of every statement of the application, for {@code PlanCheck}. */
    boolean plans() default false;
}
