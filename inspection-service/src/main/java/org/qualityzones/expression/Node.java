package org.qualityzones.expression;

/** One compiled part of an expression. Null is CEL's null, {@link Frame#ERROR} its error. */
@FunctionalInterface
interface Node {
    Object eval(Frame frame);
}
