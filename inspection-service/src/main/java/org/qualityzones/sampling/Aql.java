package org.qualityzones.sampling;

import java.util.Arrays;
import java.util.Optional;

/** Acceptance quality limit in nonconforming items per hundred; the preferred values that this suite carries, tightest first. */
public enum Aql {
    AQL_0_40("0.40"),
    AQL_0_65("0.65"),
    AQL_1_0("1.0"),
    AQL_1_5("1.5"),
    AQL_2_5("2.5"),
    AQL_4_0("4.0"),
    AQL_6_5("6.5"),
    AQL_10("10");

    private final String code;

    Aql(String code) {
        this.code = code;
    }

    /** As written in the standard: {@code 0.40}, {@code 2.5}, {@code 10}. */
    public String code() {
        return code;
    }

    /** The next tighter value; empty for the tightest one carried here. */
    public Optional<Aql> tighter() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    public static Optional<Aql> of(String code) {
        return Arrays.stream(values()).filter(aql -> aql.code.equals(code)).findFirst();
    }
}
