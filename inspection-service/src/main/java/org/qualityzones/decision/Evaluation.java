package org.qualityzones.decision;

/** What facts without a draw come to. */
public sealed interface Evaluation {

    /** The draw was given, or decides nothing. */
    record Certain(Decision decision) implements Evaluation {}

    /** The draw decides and is not known. */
    record DependsOnDraw(Decision ifDrawn, Decision ifNotDrawn) implements Evaluation {}
}
