package org.qualityzones.system.poison;

/** One bad record on its topic. @param uscc the enterprise that it is about, of its own */
public record Pill(Poison poison, String uscc, int partition, long offset) {

    /** Where it lies. */
    public String place() {
        return place(partition, offset);
    }

    /** The same of any record. */
    public static String place(int partition, long offset) {
        return partition + "@" + offset;
    }

    /** What a consumer says of it once it is parked. */
    public String parkedBy(String consumer) {
        return "%s %s %s".formatted(consumer, place(), poison.reason());
    }
}
