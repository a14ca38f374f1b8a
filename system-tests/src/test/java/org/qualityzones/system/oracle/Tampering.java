package org.qualityzones.system.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.qualityzones.system.oracle.Comparison.Check;

/** Each way in which what was observed could be wrong, applied to good data to see that the comparison finds it. */
public enum Tampering {
    EVENT_LOST(
            Check.EVENTS,
            seen -> with(seen, seen.events().subList(1, seen.events().size()))),
    EVENT_TWICE(Check.EVENTS, seen -> with(seen, doubledEvent(seen.events()))),
    EVENTS_SWAPPED(Check.ORDER, seen -> with(seen, swapped(seen.events()))),
    STATE_LOST(Check.STATES, seen -> withStates(seen, withoutFirst(seen.states()))),
    STATE_BEHIND(Check.STATES, seen -> withStates(seen, firstChanged(seen.states(), version -> version - 1))),
    STATE_SURPLUS(Check.STATES, seen -> withStates(seen, withStranger(seen.states()))),
    AUDIT_LOST(Check.AUDIT, seen -> withAudits(seen, withoutFirst(seen.audits()))),
    AUDIT_TWICE(Check.AUDIT, seen -> withAudits(seen, firstTwice(seen.audits()))),
    DOSSIER_LOST(Check.DOSSIER, seen -> withDossier(seen, withoutFirst(seen.dossier()))),
    DOSSIER_TWICE(Check.DOSSIER, seen -> withDossier(seen, firstTwice(seen.dossier()))),
    FEED_LOST(Check.FEED, seen -> withFeed(seen, withoutFirst(seen.feed()))),
    FEED_TWICE(Check.FEED, seen -> withFeed(seen, firstTwice(seen.feed()))),
    WEBHOOK_LOST(Check.WEBHOOKS, seen -> withWebhooks(seen, withoutFirst(seen.webhooks()))),
    WEBHOOK_TWICE(Check.WEBHOOKS, seen -> withWebhooks(seen, firstTwice(seen.webhooks()))),
    COPY_LOST(Check.COPIES, seen -> withCopies(seen, Map.of())),
    COPY_TWICE(Check.COPIES, seen -> withCopies(seen, allTwice(seen.copies()))),
    OUTCOME_OTHER(Check.OUTCOMES, seen -> withOutcomes(seen, allHeld(seen.outcomes()))),
    DECLARATION_SURPLUS(Check.OUTCOMES, seen -> {
        Map<String, String> more = new LinkedHashMap<>(seen.outcomes());
        more.put(UUID.randomUUID().toString(), "RELEASE");
        return withOutcomes(seen, more);
    });

    private final Check foundBy;
    private final UnaryOperator<Observed> spoiling;

    Tampering(Check foundBy, UnaryOperator<Observed> spoiling) {
        this.foundBy = foundBy;
        this.spoiling = spoiling;
    }

    /** The check that must find it. */
    public Check foundBy() {
        return foundBy;
    }

    public Observed spoil(Observed good) {
        return spoiling.apply(good);
    }

    /** Another event with the type and key of the first one, under an id of its own, at its place. */
    private static List<Topic.Event> doubledEvent(List<Topic.Event> events) {
        List<Topic.Event> more = new ArrayList<>(events);
        Topic.Event first = events.getFirst();
        more.addFirst(new Topic.Event(
                first.topic(),
                UUID.randomUUID().toString(),
                first.type(),
                first.key(),
                first.version(),
                first.requestId(),
                first.traceparent()));
        return more;
    }

    /** The first event of some key behind its second one. */
    private static List<Topic.Event> swapped(List<Topic.Event> events) {
        List<Topic.Event> swapped = new ArrayList<>(events);
        for (int i = 0; i < swapped.size(); i++) {
            for (int j = i + 1; j < swapped.size(); j++) {
                if (swapped.get(i).key().equals(swapped.get(j).key())) {
                    Collections.swap(swapped, i, j);
                    return swapped;
                }
            }
        }
        throw new IllegalStateException("No key has two events");
    }

    private static <T> List<T> withoutFirst(List<T> list) {
        return list.subList(1, list.size());
    }

    private static <T> List<T> firstTwice(List<T> list) {
        List<T> more = new ArrayList<>(list);
        more.addFirst(list.getFirst());
        return more;
    }

    private static <K, V> Map<K, V> withoutFirst(Map<K, V> map) {
        Map<K, V> less = new LinkedHashMap<>(map);
        less.remove(map.keySet().iterator().next());
        return less;
    }

    private static <K, V> Map<K, V> firstChanged(Map<K, V> map, UnaryOperator<V> change) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.compute(map.keySet().iterator().next(), (key, value) -> change.apply(value));
        return changed;
    }

    private static Map<Expected.Stream, List<Long>> allTwice(Map<Expected.Stream, List<Long>> copies) {
        Map<Expected.Stream, List<Long>> twice = new LinkedHashMap<>(copies);
        twice.replaceAll((stream, versions) -> firstTwice(versions));
        return twice;
    }

    private static Map<String, String> allHeld(Map<String, String> outcomes) {
        Map<String, String> held = new LinkedHashMap<>(outcomes);
        held.replaceAll((declaration, outcome) -> "HOLD");
        return held;
    }

    private static Map<Expected.Stream, Long> withStranger(Map<Expected.Stream, Long> states) {
        Map<Expected.Stream, Long> more = new LinkedHashMap<>(states);
        more.put(new Expected.Stream("qz.inspection", UUID.randomUUID().toString()), 1L);
        return more;
    }

    private static Observed with(Observed of, List<Topic.Event> events) {
        return new Observed(
                events, of.states(), of.audits(), of.dossier(), of.feed(), of.webhooks(), of.copies(), of.outcomes());
    }

    private static Observed withStates(Observed of, Map<Expected.Stream, Long> states) {
        return new Observed(
                of.events(), states, of.audits(), of.dossier(), of.feed(), of.webhooks(), of.copies(), of.outcomes());
    }

    private static Observed withAudits(Observed of, List<String> audits) {
        return new Observed(
                of.events(), of.states(), audits, of.dossier(), of.feed(), of.webhooks(), of.copies(), of.outcomes());
    }

    private static Observed withDossier(Observed of, List<String> dossier) {
        return new Observed(
                of.events(), of.states(), of.audits(), dossier, of.feed(), of.webhooks(), of.copies(), of.outcomes());
    }

    private static Observed withFeed(Observed of, List<String> feed) {
        return new Observed(
                of.events(), of.states(), of.audits(), of.dossier(), feed, of.webhooks(), of.copies(), of.outcomes());
    }

    private static Observed withWebhooks(Observed of, List<String> webhooks) {
        return new Observed(
                of.events(), of.states(), of.audits(), of.dossier(), of.feed(), webhooks, of.copies(), of.outcomes());
    }

    private static Observed withCopies(Observed of, Map<Expected.Stream, List<Long>> copies) {
        return new Observed(
                of.events(), of.states(), of.audits(), of.dossier(), of.feed(), of.webhooks(), copies, of.outcomes());
    }

    private static Observed withOutcomes(Observed of, Map<String, String> outcomes) {
        return new Observed(
                of.events(), of.states(), of.audits(), of.dossier(), of.feed(), of.webhooks(), of.copies(), outcomes);
    }
}
