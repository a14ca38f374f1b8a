package org.qualityzones;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.qualityzones.testing.ArchitectureRules;

@AnalyzeClasses(
        packages = "org.qualityzones",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule DECIDING_IS_PURE = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.qualityzones.decision..",
                    "org.qualityzones.facts..",
                    "org.qualityzones.ruleset..",
                    "org.qualityzones.sampling..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "io.quarkus..", "io.smallrye..", "javax.sql..", "org.hibernate..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.qualityzones.web..", "org.qualityzones.messaging..", "org.qualityzones.contracts..");
}
