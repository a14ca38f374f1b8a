package org.qualityzones.enterprise;

/** Credit level of an enterprise, best first (AQSIQ announcement 2013/93); {@link #UNRATED} counts as B. */
public enum CreditLevel {
    AA(0),
    A(1),
    B(2),
    C(3),
    D(4),
    UNRATED(2);

    private final int rank;

    CreditLevel(int rank) {
        this.rank = rank;
    }

    public boolean worseThan(CreditLevel other) {
        return rank > other.rank;
    }
}
