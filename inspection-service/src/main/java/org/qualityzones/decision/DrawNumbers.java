package org.qualityzones.decision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Exact arithmetic of the draw: unsigned 64-bit numbers in 16 hex digits, shares in millionths. */
public final class DrawNumbers {

    /** The share that is always drawn. */
    public static final long WHOLE = 1_000_000;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern DECIMAL = Pattern.compile("0(\\.[0-9]{1,64})?");

    private DrawNumbers() {}

    public static boolean isU64(String hex) {
        return hex != null && HEX.matcher(hex).matches();
    }

    /** floor(d × 2^64) of a decimal 0 ≤ d < 1 with at most 64 places. */
    public static String ofDecimal(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("A draw is a decimal d with 0 ≤ d < 1, not " + decimal);
        }
        BigInteger scaled = new BigDecimal(decimal)
                .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE)))
                .toBigInteger();
        return hex(scaled.longValue());
    }

    /** floor(share × 2^64) for a share below 1; a share of 1 has no threshold. */
    public static long threshold(long millionths) {
        if (millionths < 0 || millionths >= WHOLE) {
            throw new IllegalArgumentException("No threshold of " + millionths + " millionths");
        }
        long high = (millionths << 32) / WHOLE; // long division in two 32-bit digits
        long low = ((millionths << 32) % WHOLE << 32) / WHOLE;
        return high << 32 | low;
    }

    /** Drawn when u64 < threshold, unsigned; a share of 1 is always drawn. */
    public static boolean drawn(String u64, long millionths) {
        return millionths >= WHOLE || Long.compareUnsigned(value(u64), threshold(millionths)) < 0;
    }

    static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static long value(String hex) {
        return HexFormat.fromHexDigitsToLong(hex);
    }

    /** A share as it is answered, at least two places: 300000 is {@code 0.30}, 1000000 is {@code 1.00}. */
    public static String shareText(long millionths) {
        BigDecimal share = BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
        return share.setScale(Math.max(2, share.scale())).toPlainString();
    }
}
