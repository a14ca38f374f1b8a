package org.qualityzones.contracts;

/**
 * The document of a rule set that is not yet published was put in.
 *
 * @param digest of the document
 * @param rules how many rules it has
 */
public record RuleSetDrafted(String digest, int rules) {}
