package org.qualityzones.facts;

/**
 * One thing that is wrong with given facts.
 *
 * @param pointer RFC 6901, from the facts object
 * @param code kebab case: {@code unknown-field}, {@code type}, {@code choice}, {@code range}, {@code required}, {@code text}
 */
public record FactError(String pointer, String code, String detail) {}
