package org.qualityzones.member;

/** Titles that belong to a membership (示范企业: 国质检检〔2014〕237号, 六(三)); national lists and awards are other honours. */
public enum TitleKind {
    DEMONSTRATION
}
