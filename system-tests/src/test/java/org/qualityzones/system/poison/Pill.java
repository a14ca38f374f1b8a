package org.qualityzones.system.poison;

/** One bad record on its topic. @param uscc the enterprise that it is about, of its own */
public record Pill(Poison poison, String uscc, int partition, long offset) {

    /** What a consumer says of it once it is parked. */
    public String parkedBy(String consumer) {
        return "%s %d@%d %s".formatted(consumer, partition, offset, poison.reason());
    }

    @Override
    public String toString() {
        return "%s at %d@%d".formatted(poison, partition, offset);
    }
}
