package org.qualityzones.facts;

/**
 * Certificate of exemption from inspection (免验证书) of this producer that covers the HS code.
 *
 * @param number null when there is none
 */
public record Exemption(State certificate, String number) {

    public static final Exemption NONE = new Exemption(State.NONE, null);

    /** What the certificate is on the day. */
    public enum State {
        NONE,
        VALID,
        SUSPENDED,
        EXPIRED,
        REVOKED
    }
}
