package org.qualityzones.system.client;

import java.util.concurrent.ThreadLocalRandom;

/** Unified social credit codes of enterprises that do not exist, computed from the two standards anew. */
public final class CreditCode {

    private static final String GB_32100 = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    /** A code in an area that nobody registered yet, most likely. */
    public static String random(String areaCode) {
        int digits = ThreadLocalRandom.current().nextInt(1_000_000);
        return of(areaCode, "XX%06d".formatted(digits));
    }

    /** The code of an organization of eight characters. */
    public static String of(String areaCode, String organization) {
        return withCheck("91" + areaCode + organization + organizationCheck(organization));
    }

    /** Right by GB 32100, wrong by GB 11714. */
    public static String wrongInside(String areaCode) {
        String organization = "XX%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        char wrong = organizationCheck(organization) == '0' ? '1' : '0';
        return withCheck("91" + areaCode + organization + wrong);
    }

    /** Right by GB 11714, wrong by GB 32100. */
    public static String wrongAtTheEnd(String areaCode) {
        String right = random(areaCode);
        char last = right.charAt(17);
        return right.substring(0, 17) + (last == '0' ? '1' : '0');
    }

    /** GB 32100-2015, 4.5: 31 less the sum of value times 3^(i-1) mod 31, over 17 places. */
    private static String withCheck(String body) {
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += GB_32100.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + GB_32100.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714-1997: 11 less the weighted sum mod 11; 10 is written X and 11 is written 0. */
    private static char organizationCheck(String organization) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.getNumericValue(organization.charAt(i)) * weights[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
