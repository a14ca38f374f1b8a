package org.qualityzones.trial;

/** Fictitious unified social credit codes that pass both checks, made by the algorithm of GB 32100 and GB 11714. */
public final class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public static final String NINGHAI = of("330226", 1);
    public static final String NINGHAI_2 = of("330226", 2);
    public static final String YUNHE = of("331125", 1);
    public static final String AGENT = of("330203", 1);

    private Codes() {}

    /** A code of an area; {@code number} tells several apart. */
    public static String of(String area, int number) {
        String organisation = "MA%06d".formatted(number);
        String body = "91" + area + organisation + organisationCheck(organisation);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < organisation.length(); i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }
}
