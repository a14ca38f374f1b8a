package org.qualityzones.declaration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Collection;

/**
 * May the goods of a line leave? Customs and ports ask this. A clearance that has passed its term reads as
 * {@code EXPIRED}; nothing is written when the term passes.
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

    protected Clearance() {}

    private Clearance(State state, String number, Instant since, Instant validUntil, String basis) {
        this.state = state;
        this.number = number;
        this.since = since;
        this.validUntil = validUntil;
        this.basis = basis;
    }

    static Clearance cleared(String number, Instant since, Instant validUntil, String basis) {
        return new Clearance(State.CLEARED, number, since, validUntil, basis);
    }

    static Clearance pending(Instant since) {
        return new Clearance(State.PENDING, null, since, null, "decision");
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

    /** Whether only the end of what holds the line can change it. */
    boolean isHeld() {
        return state == State.REFUSED && "decision".equals(basis);
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
