package org.qualityzones.sampling;

/** The lot size ranges of GB/T 2828.1-2012 table 1. */
final class LotSizes {

    private static final long[] UPPER = {
        8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000, 500_000, Long.MAX_VALUE
    };

    private LotSizes() {}

    /** Number of the range from 0; the table begins with lots of 2. */
    static int row(long lotSize) {
        if (lotSize < 2) {
            throw new IllegalArgumentException("Table 1 begins with lots of 2, not " + lotSize);
        }
        int row = 0;
        while (lotSize > UPPER[row]) {
            row++;
        }
        return row;
    }
}
