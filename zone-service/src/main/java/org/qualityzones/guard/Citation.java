package org.qualityzones.guard;

/**
 * What a rule rests on.
 *
 * @param instrument the document, or {@code configuration} for a setting of ours
 * @param article the place in it, null for a setting
 * @param provenance {@code FOUND}, {@code SEED} or {@code CONFIGURED}
 */
public record Citation(String instrument, String article, String provenance) {

    static Citation opinions(String article) {
        return new Citation("国质检检〔2014〕237号", article, "SEED");
    }

    static Citation configured() {
        return new Citation("configuration", null, "CONFIGURED");
    }
}
