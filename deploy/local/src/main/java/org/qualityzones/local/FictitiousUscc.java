package org.qualityzones.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Unified social credit codes of enterprises that do not exist. They pass both checks, GB 32100 over the whole code and
 * GB 11714 over the nine characters of the organization; the letters XX begin no organization code that was ever issued.
 */
final class FictitiousUscc {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CODE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int CODE_MODULUS = 31;
    private static final int ORGANIZATION_MODULUS = 11;
    private static final String ENTERPRISE_PREFIX = "91";

    private FictitiousUscc() {}

    /** The code of the enterprise called {@code label} in an area of six digits: the same whenever it is asked for. */
    static String of(String areaCode, String label) {
        String organization = "XX" + digits(areaCode + "/" + label);
        String body = ENTERPRISE_PREFIX + areaCode + organization + organizationCheck(organization);
        return body + codeCheck(body);
    }

    static char codeCheck(String body) {
        int sum = 0;
        for (int i = 0; i < CODE_WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * CODE_WEIGHTS[i];
        }
        return ALPHABET.charAt((CODE_MODULUS - sum % CODE_MODULUS) % CODE_MODULUS);
    }

    static char organizationCheck(String organization) {
        int sum = 0;
        for (int i = 0; i < ORGANIZATION_WEIGHTS.length; i++) {
            sum += Character.digit(organization.charAt(i), Character.MAX_RADIX) * ORGANIZATION_WEIGHTS[i];
        }
        int check = (ORGANIZATION_MODULUS - sum % ORGANIZATION_MODULUS) % ORGANIZATION_MODULUS;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }

    private static String digits(String label) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.UTF_8));
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                digits.append(Byte.toUnsignedInt(hash[i]) % 10);
            }
            return digits.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
