package org.qualityzones.enterprise;

/** Valid unified social credit codes that belong to nobody: made from an area and a number with both checks. */
public final class FictitiousUscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private FictitiousUscc() {}

    public static String of(String area, int number) {
        String organization = "Y%07d".formatted(number);
        int sum = 34 * ORGANIZATION_WEIGHTS[0];
        for (int i = 1; i < 8; i++) {
            sum += (organization.charAt(i) - '0') * ORGANIZATION_WEIGHTS[i];
        }
        String check = "0X987654321".substring(sum % 11, sum % 11 + 1);
        String body = "91" + area + organization + check;
        int total = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            total += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        return body + ALPHABET.charAt((31 - total % 31) % 31);
    }
}
