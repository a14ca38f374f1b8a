package org.qualityzones.sampling;

/** Class of a nonconformity (GB/T 2828.1-2012 clause 3.1.7): A of the highest concern, then B, then C. */
public enum NonconformityClass {
    A,
    B,
    C
}
