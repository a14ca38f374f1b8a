package org.qualityzones.sampling;

import java.util.Arrays;
import java.util.Optional;

/** Inspection level: special S-1 to S-4 for costly tests, general I to III (GB/T 2828.1-2012 clause 10.1). */
public enum InspectionLevel {
    S_1("S-1", "AAAABBBBCCCCDDD"),
    S_2("S-2", "AAABBBCCCDDDEEE"),
    S_3("S-3", "AABBCCDDEEFFGGH"),
    S_4("S-4", "AABCCDEEFGGHJJK"),
    I("I", "AABCCDEFGHJKLMN"),
    II("II", "ABCDEFGHJKLMNPQ"),
    III("III", "BCDEFGHJKLMNPQR");

    private final String code;
    private final String letters;

    InspectionLevel(String code, String letters) {
        this.code = code;
        this.letters = letters;
    }

    /** As written: {@code II}, {@code S-3}. */
    public String code() {
        return code;
    }

    /** The initial code letter of a lot of 2 or more (table 1). */
    CodeLetter letter(long lotSize) {
        return CodeLetter.valueOf(String.valueOf(letters.charAt(LotSizes.row(lotSize))));
    }

    public static Optional<InspectionLevel> of(String code) {
        return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
    }
}
