package org.qualityzones.system.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Archives of the classes that the services of one suite have loaded (class data sharing of the JDK): whoever starts again
 * starts from the same package, only sooner. The first process of a service that is stopped in order writes the archive.
 */
final class ClassArchives {

    private final Place place;
    private final boolean wanted;

    ClassArchives(Place place, boolean wanted) {
        this.place = place;
        this.wanted = wanted;
    }

    /** Java options of each service as it is now to be started; none where archives are not wanted. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (wanted) {
            Member.ours().forEach(member -> settings.put(variable(member), options(member)));
        }
        return settings;
    }

    /** The same of one service, with a further Java option. */
    Map<String, String> settings(Member member, String javaOption) {
        String options = wanted && Files.exists(file(member)) ? options(member) : SuiteUnderTest.JAVA_OPTIONS;
        return Map.of(variable(member), options + " " + javaOption);
    }

    /** The file is named from the checkout, in which services are started: options may hold no blank. */
    private String options(Member member) {
        String use = Files.exists(file(member)) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
        return SuiteUnderTest.JAVA_OPTIONS + " " + use + place.root().relativize(file(member));
    }

    private static String variable(Member member) {
        return "QZ_" + member.name() + "_JAVA_OPTIONS";
    }

    private Path file(Member member) {
        return place.folder().resolve(member.label() + ".jsa");
    }
}
