package org.qualityzones.trial;

import java.util.concurrent.atomic.AtomicInteger;

/** Valid unified social credit codes, each given once: GB 32100 with the GB 11714 check inside. */
public final class Usccs {

    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANIZATION_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NEXT = new AtomicInteger(10_000_000);

    private Usccs() {}

    /** The next code with an area's six digits. */
    public static String in(String areaCode) {
        String organization = Integer.toString(NEXT.incrementAndGet());
        String body = "91" + areaCode + organization + organizationCheck(organization);
        return body + check(body);
    }

    private static char organizationCheck(String text) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += ORGANIZATION_DIGITS.indexOf(text.charAt(i)) * ORGANIZATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += DIGITS.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return DIGITS.charAt((31 - sum % 31) % 31);
    }
}
