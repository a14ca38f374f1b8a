package org.qualityzones.ruleset;

import java.util.List;

/**
 * A figure that rules use, so that it stands in one place.
 *
 * @param id name under {@code param.} in expressions
 * @param text value as written
 * @param value {@code Long}, {@code Boolean} or {@code String}; a share in millionths
 * @param unit such as {@code share}, {@code USD}, {@code per-mille}
 * @param citations where the figure comes from, with its provenance
 */
public record Parameter(String id, Title title, String text, Object value, String unit, List<Citation> citations) {

    /** Unit of a share of lots, written as a decimal between 0 and 1, kept in millionths. */
    public static final String SHARE = "share";
}
