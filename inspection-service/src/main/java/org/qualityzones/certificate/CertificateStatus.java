package org.qualityzones.certificate;

/** Life of a certificate. */
public enum CertificateStatus {
    VALID,
    /** A nonconformity is being rectified; no exemption meanwhile. */
    SUSPENDED,
    /** The last day of the term is over. */
    EXPIRED,
    /** Cancelled: conditions lost, fraud, or other goods passed off as exempt. */
    REVOKED
}
