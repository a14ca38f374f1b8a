package org.qualityzones.ruleset;

/** A rule set that was read, checked and compiled; immutable and shared by all threads. */
public final class RuleSet {

    private final String version;
    private final String digest;

    private RuleSet(String version, String digest) {
        this.version = version;
        this.digest = digest;
    }

    /** @throws InvalidRuleSet with every finding, when the document cannot be used */
    public static RuleSet parse(byte[] json) {
        throw new UnsupportedOperationException("under construction");
    }

    /** A rule set shipped with this service, such as {@code 2026.1}. */
    public static RuleSet shipped(String version) {
        throw new UnsupportedOperationException("under construction");
    }

    public String version() {
        return version;
    }

    /** {@code sha-256:} and the hex of the SHA-256 of the document's RFC 8785 bytes. */
    public String digest() {
        return digest;
    }
}
