package org.qualityzones.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The answer to an evaluation.
 *
 * @param hypothetical always true
 * @param lines a decision for each line; where a draw decides and is not given, {@code ifDrawn} and {@code ifNotDrawn}
 */
public record EvaluationView(boolean hypothetical, List<ObjectNode> lines) {}
