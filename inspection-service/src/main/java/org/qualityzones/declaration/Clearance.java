package org.qualityzones.declaration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/**
 * May the goods of a line leave? Customs and ports ask this. A clearance that has passed its term reads as
 * {@code EXPIRED} at once; that it did is written and told soon after. One that is withheld, by a ban or a suspension that
 * came later, reads as {@code REFUSED}, keeps its number and term, and is given back when what withholds it ends.
 */
@Embeddable
public class Clearance {

    /** What a port is answered. Their order says nothing; {@link #rollUp} ranks them. */
    public enum State {
        CLEARED,
        PENDING,
        REFUSED,
        EXPIRED
    }

    private static final String DECISION = "decision";
    private static final String OVERRIDE = "override";

    @Enumerated(EnumType.STRING)
    @Column(name = "clearance_state")
    private State state;

    @Column(name = "clearance_number")
    private String number;

    @Column(name = "clearance_since")
    private Instant since;

    @Column(name = "clearance_valid_until")
    private Instant validUntil;

    @Column(name = "clearance_basis")
    private String basis;

    @Column(name = "clearance_withheld_basis")
    private String withheldBasis;

    @Column(name = "clearance_usd_cents")
    private Long usdCents;

    protected Clearance() {}

    private Clearance(State state, String number, Instant since, Instant validUntil, String basis) {
        this.state = state;
        this.number = number;
        this.since = since;
        this.validUntil = validUntil;
        this.basis = basis;
    }

    /** The same, for goods of a value. @param cents null: the value is not known in US dollars */
    Clearance worth(Long cents) {
        if (Objects.equals(cents, usdCents)) {
            return this;
        }
        Clearance worth = new Clearance(state, number, since, validUntil, basis);
        worth.withheldBasis = withheldBasis;
        worth.usdCents = cents;
        return worth;
    }

    /** Value of the goods that were cleared, in US cents; 0 when they are not, or not any more, or it is not known. */
    long worthUsdCents() {
        boolean counts = state == State.CLEARED || state == State.EXPIRED;
        return counts && usdCents != null ? usdCents : 0;
    }

    /** Whether both count for the same, from the same instant on. */
    boolean isWorthTheSameAs(Clearance other) {
        return worthUsdCents() == other.worthUsdCents() && (worthUsdCents() == 0 || since.equals(other.since));
    }

    /** The same, withheld from now on. */
    Clearance withheld(Instant now) {
        Clearance withheld = new Clearance(State.REFUSED, number, now, validUntil, DECISION);
        withheld.withheldBasis = basis;
        return withheld;
    }

    /** What was withheld, given back: for the rest of its term, or expired meanwhile. */
    Clearance givenBack(Instant now) {
        Clearance cleared = new Clearance(State.CLEARED, number, now, validUntil, withheldBasis);
        return cleared.stateAt(now) == State.EXPIRED ? cleared.expired() : cleared;
    }

    Clearance expired() {
        return new Clearance(State.EXPIRED, number, since, validUntil, basis);
    }

    static Clearance cleared(String number, Instant since, Instant validUntil, String basis) {
        return new Clearance(State.CLEARED, number, since, validUntil, basis);
    }

    static Clearance pending(Instant since) {
        return new Clearance(State.PENDING, null, since, null, DECISION);
    }

    static Clearance refused(Instant since, String basis) {
        return new Clearance(State.REFUSED, null, since, null, basis);
    }

    /** The state at an instant. */
    State stateAt(Instant now) {
        boolean over = state == State.CLEARED && validUntil != null && !now.isBefore(validUntil);
        return over ? State.EXPIRED : state;
    }

    /** State of a whole declaration: refused if any line is, else pending, else expired, else cleared. */
    static State rollUp(Collection<State> lines) {
        if (lines.contains(State.REFUSED)) {
            return State.REFUSED;
        }
        if (lines.contains(State.PENDING)) {
            return State.PENDING;
        }
        return lines.contains(State.EXPIRED) ? State.EXPIRED : State.CLEARED;
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    /** Whether only the end of what holds the line can change it: of a hold, or of an override by another one. */
    boolean isHeld() {
        return isHeldByRules() || state == State.REFUSED && OVERRIDE.equals(basis);
    }

    private boolean isHeldByRules() {
        return state == State.REFUSED && DECISION.equals(basis);
    }

    /** Whether it was given before what holds the line now. */
    boolean isWithheld() {
        return withheldBasis != null;
    }

    /** Whether a change of facts, or time, can still change it. */
    boolean isLive() {
        return state == State.CLEARED || isPending() || isHeldByRules();
    }

    /** Cleared as far as was told; the term may have passed since. */
    boolean isToldCleared() {
        return state == State.CLEARED;
    }

    String number() {
        return number;
    }

    Instant since() {
        return since;
    }

    Instant validUntil() {
        return validUntil;
    }

    String basis() {
        return basis;
    }
}
