package org.qualityzones.technicalmeasure;

/**
 * What a notification says, as it is stored.
 *
 * @param agency who is responsible, null where not said
 * @param products covered products in words
 * @param objective objective and rationale, in words
 * @param url where the text is
 */
public record MeasureBody(String title, String agency, String products, String objective, String url) {}
