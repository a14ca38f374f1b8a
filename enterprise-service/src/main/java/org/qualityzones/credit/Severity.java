package org.qualityzones.credit;

import org.qualityzones.enterprise.CreditLevel;

/** How grave a penalty or incident is, with the best level it leaves (CONFIGURED: the thresholds are not published). */
public enum Severity {
    MINOR(CreditLevel.A),
    SERIOUS(CreditLevel.C),
    GRAVE(CreditLevel.D);

    private final CreditLevel bestLevel;

    Severity(CreditLevel bestLevel) {
        this.bestLevel = bestLevel;
    }

    CreditLevel bestLevel() {
        return bestLevel;
    }
}
