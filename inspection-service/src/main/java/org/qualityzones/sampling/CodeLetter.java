package org.qualityzones.sampling;

/** Sample size code letter (GB/T 2828.1-2012 table 1) with its sample sizes; I and O are not used. */
public enum CodeLetter {
    A(2, 2),
    B(3, 2),
    C(5, 2),
    D(8, 3),
    E(13, 5),
    F(20, 8),
    G(32, 13),
    H(50, 20),
    J(80, 32),
    K(125, 50),
    L(200, 80),
    M(315, 125),
    N(500, 200),
    P(800, 315),
    Q(1_250, 500),
    R(2_000, 800);

    private final int sampleSize;
    private final int reducedSampleSize;

    CodeLetter(int sampleSize, int reducedSampleSize) {
        this.sampleSize = sampleSize;
        this.reducedSampleSize = reducedSampleSize;
    }

    int sampleSize(Severity severity) {
        return severity == Severity.REDUCED ? reducedSampleSize : sampleSize;
    }
}
