package org.qualityzones.enterprise;

/** Class of a producer, best first (Order 113 art. 9); {@link #UNCLASSIFIED} is treated as class 3 (CONFIGURED). */
public enum QualityClass {
    CLASS_1(1),
    CLASS_2(2),
    CLASS_3(3),
    CLASS_4(4),
    UNCLASSIFIED(3);

    private final int rank;

    QualityClass(int rank) {
        this.rank = rank;
    }

    /** 1 is best, 4 is worst. */
    public int rank() {
        return rank;
    }

    public boolean betterThan(QualityClass other) {
        return rank < other.rank;
    }

    public boolean worseThan(QualityClass other) {
        return rank > other.rank;
    }
}
