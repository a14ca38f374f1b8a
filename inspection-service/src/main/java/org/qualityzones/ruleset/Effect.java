package org.qualityzones.ruleset;

import org.qualityzones.expression.Expression;

/** What a rule does when its condition holds. */
public sealed interface Effect {

    /** {@code {"hold":"warning-lifted"}}: the line may not leave; the code says what lifts the hold. */
    record Hold(String liftedBy) implements Effect {}

    /** {@code {"exempt":true}} */
    record Exempt() implements Effect {}

    /** {@code {"outcome":"SAMPLE"}}: at least this outcome. */
    record AtLeastOutcome(Outcome outcome) implements Effect {}

    /** {@code {"mode":"VERIFICATION"}} */
    record SetMode(Mode mode) implements Effect {}

    /** {@code {"matrix":{"class":"…","risk":"…"}}}: the mode of the matrix; both are expressions. */
    record FromMatrix(Expression producerClass, Expression risk) implements Effect {}

    /** {@code {"laxer":1}}: steps down, never below {@code CREDIT}. */
    record Laxer(int steps) implements Effect {}

    /** {@code {"stricter":1}}: steps up, never above {@code SPECIAL}. */
    record Stricter(int steps) implements Effect {}

    /** {@code {"atLeast":"STRICT"}} */
    record AtLeastMode(Mode mode) implements Effect {}

    /** {@code {"share":"creditCShare"}}: at least the share of this parameter, in millionths. */
    record Share(String parameter, long share) implements Effect {}

    /** {@code {"drawn":true}}: the lot is drawn whatever the number says. */
    record Drawn() implements Effect {}

    /** {@code {"draw":"LOT"}}: the draw, at the mode's share or the greater one asked for; or the campaign's. */
    record DrawNow(DrawKind kind) implements Effect {}

    /** {@code {"plans":true}}: sampling plans for the lot. */
    record Plans() implements Effect {}

    /** {@code {"waiveFee":true}} */
    record WaiveFee() implements Effect {}

    /** {@code {"directRelease":true}} */
    record DirectRelease() implements Effect {}

    /** {@code {"refuseDirectRelease":"approval"}}: names a condition that is not met. */
    record RefuseDirectRelease(String condition) implements Effect {}
}
