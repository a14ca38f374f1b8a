package org.qualityzones.web.codes;

import java.util.Optional;
import java.util.regex.Pattern;

/** The unified social credit code: GB 32100-2015 with the organisation code of GB 11714-1997 inside. */
public final class UsccRules {

    /** Code of a wrong form. */
    public static final String FORM = "uscc";

    /** Code of a wrong last character (GB 32100). */
    public static final String CHECK_DIGIT = "uscc-check-digit";

    /** Code of a wrong check of the organisation code in places 9 to 17 (GB 11714). */
    public static final String ORGANIZATION_CHECK_DIGIT = "uscc-organization-check-digit";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANIZATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}");
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANIZATION_START = 8;
    private static final int ORGANIZATION_CHECK = 16;
    private static final int CHECK = 17;

    private UsccRules() {}

    /** Code of the first thing wrong with the code, if anything is. */
    public static Optional<String> violation(String uscc) {
        if (!SHAPE.matcher(uscc).matches()) {
            return Optional.of(FORM);
        }
        if (uscc.charAt(CHECK) != checkCharacter(uscc)) {
            return Optional.of(CHECK_DIGIT);
        }
        return uscc.charAt(ORGANIZATION_CHECK) == organizationCheckCharacter(uscc)
                ? Optional.empty()
                : Optional.of(ORGANIZATION_CHECK_DIGIT);
    }

    static char checkCharacter(String uscc) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(uscc.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    static char organizationCheckCharacter(String uscc) {
        int sum = 0;
        for (int i = 0; i < ORGANIZATION_WEIGHTS.length; i++) {
            sum += ORGANIZATION_ALPHABET.indexOf(uscc.charAt(ORGANIZATION_START + i)) * ORGANIZATION_WEIGHTS[i];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }
}
