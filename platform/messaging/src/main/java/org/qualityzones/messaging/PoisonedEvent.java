package org.qualityzones.messaging;

/** An event that no retry can heal: it is parked under its reason. */
public final class PoisonedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code kebab-case word for lists and metrics, for example {@code bad-json}
     * @param detail sentence for the operator, without data of the event
     */
    public PoisonedEvent(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
