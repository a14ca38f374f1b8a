package org.qualityzones.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The rules that every service keeps (ARCHITECTURE.md). A service's test takes them in with {@code @ArchTest static final
 * ArchTests RULES = ArchTests.in(ArchitectureRules.class)}.
 */
public final class ArchitectureRules {

    private static final List<String> HTTP_METHODS = List.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE");
    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
    private static final List<String> PERMISSIONS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE = slices().matching("org.qualityzones.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule RESOURCES_KNOW_NO_REPOSITORY = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.EntityManager")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule RESOURCES_OPEN_NO_TRANSACTION = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.transaction..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule OPERATIONS_SAY_WHO_MAY = methods()
            .that(new DescribedPredicate<JavaMethod>("are HTTP operations") {
                @Override
                public boolean test(JavaMethod method) {
                    return HTTP_METHODS.stream().anyMatch(method::isAnnotatedWith);
                }
            })
            .should(new ArchCondition<JavaMethod>("carry a security annotation") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean said = PERMISSIONS.stream()
                            .anyMatch(permission -> method.isAnnotatedWith(permission)
                                    || method.getOwner().isAnnotatedWith(permission));
                    events.add(new SimpleConditionEvent(method, said, method.getFullName() + " says not who may"));
                }
            })
            .allowEmptyShould(true);

    /** Else it shows only once a record arrives. */
    @ArchTest
    static final ArchRule CHANNELS_GIVE_WHAT_CONSUMERS_TAKE = methods()
            .that()
            .areAnnotatedWith(INCOMING)
            .should(new ArchCondition<JavaMethod>("take ConsumerRecords where batch=true is set for their channel") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    String channel = method.getAnnotationOfType(INCOMING)
                            .get("value")
                            .orElseThrow()
                            .toString();
                    boolean takesBatches = method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(ConsumerRecords.class));
                    String key = "mp.messaging.incoming." + channel + ".batch";
                    boolean givesBatches = Boolean.parseBoolean(settings().getProperty(key));
                    events.add(new SimpleConditionEvent(
                            method, takesBatches == givesBatches, method.getFullName() + " does not fit " + key));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR =
            fields().should().notBeAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true);

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.qualityzones.testing..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat(JavaClass.Predicates.equivalentTo(LocalDateTime.class));

    @ArchTest
    static final ArchRule NOBODY_PRINTS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    private ArchitectureRules() {}

    private static Properties settings() {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(SETTINGS)) {
            settings.load(file);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
