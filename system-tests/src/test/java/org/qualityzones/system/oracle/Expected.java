package org.qualityzones.system.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must be there after all that was acknowledged, written down by the journeys that were told so. */
public final class Expected {

    private final List<Effect> effects = new ArrayList<>();
    private final List<String> audits = new ArrayList<>();
    private final Map<String, String> outcomes = new TreeMap<>();
    private final Set<String> provisional = new TreeSet<>();

    /** An aggregate and the stream of its events. */
    public record Stream(String topic, String key) {}

    /**
     * One event that an acknowledged call must have led to.
     *
     * @param uscc the enterprise concerned
     * @param filed whether the enterprise's dossier must have it
     */
    public record Effect(Stream stream, String type, String uscc, boolean filed) {}

    /** The next event of an aggregate, by the end of its type such as {@code alert.recorded}. */
    public void event(String topic, String key, String type, String uscc) {
        add(new Effect(new Stream(topic, key), type, uscc, true));
    }

    /** An event that concerns no enterprise yet. */
    public void unfiledEvent(String topic, String key, String type, String uscc) {
        add(new Effect(new Stream(topic, key), type, uscc, false));
    }

    private synchronized void add(Effect effect) {
        effects.add(effect);
    }

    public synchronized void audit(String action, String subject) {
        audits.add(action + " " + subject);
    }

    /** The outcome that a declaration was answered with. */
    public synchronized void outcome(String declaration, String outcome) {
        outcomes.put(declaration, outcome);
    }

    /** An aggregate of a declaration on incomplete facts: it is decided again when they arrive, with further events. */
    public synchronized void provisional(String key) {
        provisional.add(key);
    }

    public synchronized boolean isProvisional(String key) {
        return provisional.contains(key);
    }

    public synchronized int provisionalCount() {
        return provisional.size();
    }

    public synchronized Map<Stream, List<Effect>> streams() {
        Map<Stream, List<Effect>> streams = new LinkedHashMap<>();
        effects.forEach(effect ->
                streams.computeIfAbsent(effect.stream(), _ -> new ArrayList<>()).add(effect));
        return streams;
    }

    public synchronized List<String> audits() {
        return List.copyOf(audits);
    }

    public synchronized Map<String, String> outcomes() {
        return new TreeMap<>(outcomes);
    }

    public synchronized Set<String> enterprises() {
        Set<String> usccs = new TreeSet<>();
        effects.forEach(effect -> usccs.add(effect.uscc()));
        return usccs;
    }

    public synchronized Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        effects.forEach(effect -> topics.add(effect.stream().topic()));
        return topics;
    }

    /** Keys of all aggregates. */
    public synchronized Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        effects.forEach(effect -> keys.add(effect.stream().key()));
        return keys;
    }

    /** What audit entries may be about. */
    public synchronized Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        audits.forEach(audit -> subjects.add(audit.substring(audit.indexOf(' ') + 1)));
        return subjects;
    }
}
