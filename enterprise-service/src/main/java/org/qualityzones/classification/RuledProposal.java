package org.qualityzones.classification;

import org.qualityzones.enterprise.QualityClass;

/**
 * A class that a rule proposes.
 *
 * @param rule stable name of the rule, which stands as the proposer
 * @param cause the result that it follows from, such as {@code inspection/<id>}; looked at once for each enterprise
 */
public record RuledProposal(QualityClass proposedClass, String rule, String reason, String cause) {}
