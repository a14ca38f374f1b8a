package org.qualityzones.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.qualityzones", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SHOULD_HAVE_NO_CYCLES =
            slices().matching("org.qualityzones.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SHOULD_KNOW_NO_DATABASE_NO_BROKER_AND_NO_CONTRACT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "org.apache.kafka..",
                    "org.qualityzones.contracts..");

    @ArchTest
    static final ArchRule SHOULD_SHARE_WHAT_KNOWS_NONE_OF_ITS_USERS = noClasses()
            .that()
            .resideInAPackage("org.qualityzones.gateway")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.qualityzones.gateway.*..");

    @ArchTest
    static final ArchRule SHOULD_DECIDE_AND_FORWARD_WITHOUT_KNOWING_THE_PAGES = noClasses()
            .that()
            .resideOutsideOfPackage("org.qualityzones.gateway.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.qualityzones.gateway.pages..");
}
