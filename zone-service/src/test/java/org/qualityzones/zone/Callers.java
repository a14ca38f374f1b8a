package org.qualityzones.zone;

import org.qualityzones.testing.Tokens;
import org.qualityzones.web.Roles;

/** Tokens of the people in the tests. */
public final class Callers {
    private Callers() {}

    /** The leading group of Ninghai. */
    public static String ninghai() {
        return Tokens.of(Roles.LOCAL_GOVERNMENT)
                .areas("330226")
                .subject("ninghai")
                .build();
    }

    public static String ningbo() {
        return ningbo("ningbo");
    }

    /** One of the persons of the bureau of Ningbo. */
    public static String ningbo(String person) {
        return Tokens.of(Roles.BUREAU)
                .areas("3302")
                .bureau("ningbo")
                .subject(person)
                .build();
    }

    public static String zhejiang() {
        return Tokens.of(Roles.BUREAU)
                .areas("3301", "3303", "3304", "3305", "3306", "3307", "3308", "3309", "3310", "3311")
                .bureau("zhejiang")
                .build();
    }

    public static String authority() {
        return authority("authority-a");
    }

    /** One of the persons of the national authority. */
    public static String authority(String person) {
        return Tokens.of(Roles.AUTHORITY).subject(person).build();
    }

    public static String auditor() {
        return Tokens.of(Roles.AUDITOR).build();
    }

    public static String enterprise() {
        return Tokens.of(Roles.ENTERPRISE).uscc("91330226MA00000000").build();
    }

    public static String operator() {
        return Tokens.of(Roles.OPERATOR).build();
    }
}
