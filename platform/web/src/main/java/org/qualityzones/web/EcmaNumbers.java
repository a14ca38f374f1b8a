package org.qualityzones.web;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as ECMAScript's {@code Number.prototype.toString} writes them (RFC 8785 §3.2.2.3). */
final class EcmaNumbers {

    private static final int LARGEST_PLAIN_EXPONENT = 21;
    private static final int SMALLEST_PLAIN_EXPONENT = -6;

    private static final MathContext ONE_DIGIT = new MathContext(1);

    private EcmaNumbers() {}

    static String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == 0) {
            return "0";
        }
        return value < 0 ? '-' + positive(-value) : positive(value);
    }

    private static String positive(double value) {
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > LARGEST_PLAIN_EXPONENT || point <= SMALLEST_PLAIN_EXPONENT) {
            return exponential(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + '.' + digits.substring(point);
    }

    /** Java's shortest decimal has ECMAScript's digits, but for two where one would do (4.9E-324). */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal single = decimal.round(ONE_DIGIT);
            return single.doubleValue() == value ? single.stripTrailingZeros() : decimal;
        }
        return decimal;
    }

    private static String exponential(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + 'e' + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
