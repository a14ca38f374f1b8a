package org.qualityzones.system.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Compares what must be there with what is there; shares nothing with the services but the names in their contract. */
public record Comparison(Expected expected, Observed observed) {

    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final String PREFIX = "org.qualityzones.";
    private static final String SUFFIX = ".v1";

    /** Depends on whether the enterprise or the alert was known first, and comes at most once. */
    private static final String PROPOSED = "alert.matches-proposed";

    /** What is compared. */
    public enum Check {
        DECLARATIONS,
        DECISIONS,
        EVENTS,
        ORDER,
        STATES,
        AUDIT,
        DOSSIER,
        FEED,
        WEBHOOKS,
        COPIES,
        OUTCOMES,
        PARKED
    }

    /** In which way something is not as it must be. */
    public enum Kind {
        LOST,
        /** There twice, or there though nobody asked for it. */
        DOUBLED,
        OUT_OF_ORDER
    }

    /** One thing that is not as it must be in one place. */
    public record Finding(Check check, Kind kind, String detail) {}

    /** Looks until everything agrees, and answers what was seen then. @param found hears what the last look found */
    public static Comparison awaitWhole(
            SuiteUnderTest suite, Expected expected, Receiver receiver, Consumer<List<Finding>> found) {
        AtomicReference<Comparison> seen = new AtomicReference<>();
        new Looking(HEALING, found).untilNothing("everything is whole", () -> {
            seen.set(new Comparison(expected, Observed.about(suite, expected, receiver)));
            return seen.get().findings();
        });
        return seen.get();
    }

    /** Everything that does not agree; empty when all is as it must be. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Map<Expected.Stream, List<Topic.Event>> events = byStream();
        expected.streams().forEach((stream, effects) -> {
            List<Topic.Event> found = events.getOrDefault(stream, List.of());
            sequence(findings, stream, effects, found);
            state(findings, stream, found);
        });
        observed.states().keySet().stream()
                .filter(stream -> !expected.streams().containsKey(stream))
                .forEach(stream -> findings.add(new Finding(Check.STATES, Kind.DOUBLED, "nobody asked for " + stream)));
        same(findings, Check.AUDIT, expected.audits(), observed.audits());
        same(findings, Check.DOSSIER, filed(events), observed.dossier());
        List<String> ids = observed.events().stream().map(Topic.Event::id).toList();
        same(findings, Check.FEED, ids, observed.feed());
        same(findings, Check.WEBHOOKS, ids, observed.webhooks());
        copies(findings, events);
        same(findings, Check.OUTCOMES, pairs(expected.outcomes()), pairs(observed.outcomes()));
        return findings;
    }

    private Map<Expected.Stream, List<Topic.Event>> byStream() {
        Map<Expected.Stream, List<Topic.Event>> streams = new LinkedHashMap<>();
        observed.events().forEach(event -> streams.computeIfAbsent(
                        new Expected.Stream(event.topic(), event.key()), _ -> new ArrayList<>())
                .add(event));
        return streams;
    }

    private void sequence(
            List<Finding> findings, Expected.Stream stream, List<Expected.Effect> effects, List<Topic.Event> found) {
        List<String> wanted = effects.stream().map(Expected.Effect::type).toList();
        List<String> types = found.stream().map(event -> name(event.type())).toList();
        List<String> asked =
                types.stream().filter(type -> !type.equals(PROPOSED)).toList();
        boolean whole = expected.isProvisional(stream.key())
                ? isWithin(wanted, asked)
                : asked.equals(wanted) && types.size() <= asked.size() + 1;
        if (!whole) {
            findings.add(new Finding(
                    Check.EVENTS,
                    asked.equals(wanted) ? Kind.DOUBLED : wrong(wanted, asked),
                    stream + " has " + types + " instead of " + wanted));
        }
        List<Long> versions = found.stream().map(Topic.Event::version).toList();
        if (!versions.equals(upTo(found.size()))) {
            findings.add(new Finding(Check.ORDER, Kind.OUT_OF_ORDER, stream + " has versions " + versions));
        }
    }

    /** What is wrong with a sequence that is not the one that is wanted. */
    private static Kind wrong(List<?> wanted, List<?> found) {
        List<Object> missing = new ArrayList<>(wanted);
        found.forEach(missing::remove);
        if (!missing.isEmpty()) {
            return Kind.LOST;
        }
        return found.size() > wanted.size() ? Kind.DOUBLED : Kind.OUT_OF_ORDER;
    }

    /** Whether all that is wanted is there in this order, possibly with more between. */
    private static boolean isWithin(List<String> wanted, List<String> found) {
        Iterator<String> rest = found.iterator();
        return wanted.stream().allMatch(type -> {
            while (rest.hasNext()) {
                if (rest.next().equals(type)) {
                    return true;
                }
            }
            return false;
        });
    }

    private void state(List<Finding> findings, Expected.Stream stream, List<Topic.Event> found) {
        Long version = observed.states().get(stream);
        if (version == null || version != found.size()) {
            findings.add(new Finding(
                    Check.STATES, Kind.LOST, stream + " has version " + version + " and " + found.size() + " events"));
        }
    }

    /** Enterprise and id of each event that a dossier must have. */
    private List<String> filed(Map<Expected.Stream, List<Topic.Event>> events) {
        List<String> filed = new ArrayList<>();
        expected.streams().forEach((stream, effects) -> {
            if (expected.isProvisional(stream.key())) {
                events.getOrDefault(stream, List.of())
                        .forEach(event -> filed.add(effects.getFirst().uscc() + " " + event.id()));
                return;
            }
            int next = 0;
            for (Topic.Event event : events.getOrDefault(stream, List.of())) {
                boolean proposal = name(event.type()).equals(PROPOSED);
                if (!proposal && next < effects.size()) {
                    Expected.Effect effect = effects.get(next++);
                    if (effect.filed()) {
                        filed.add(effect.uscc() + " " + event.id());
                    }
                }
            }
        });
        return filed;
    }

    private void copies(List<Finding> findings, Map<Expected.Stream, List<Topic.Event>> events) {
        Set<String> copied = Set.of("qz.enterprise", "qz.risk-warning");
        expected.streams().keySet().stream()
                .filter(stream -> copied.contains(stream.topic()))
                .forEach(stream -> {
                    List<Long> wanted =
                            upTo(events.getOrDefault(stream, List.of()).size());
                    List<Long> found = observed.copies().get(stream);
                    if (!wanted.equals(found)) {
                        findings.add(new Finding(
                                Check.COPIES,
                                wrong(wanted, found == null ? List.of() : found),
                                stream + " is copied in versions " + found));
                    }
                });
    }

    /** Declaration and outcome; of a provisional one only that it is there. */
    private List<String> pairs(Map<String, String> outcomes) {
        return outcomes.entrySet().stream()
                .map(one -> expected.isProvisional(one.getKey()) ? one.getKey() : one.toString())
                .toList();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static String name(String type) {
        return type.startsWith(PREFIX) && type.endsWith(SUFFIX)
                ? type.substring(PREFIX.length(), type.length() - SUFFIX.length())
                : type;
    }

    private static void same(List<Finding> findings, Check check, Collection<String> wanted, Collection<String> found) {
        findings.addAll(differences(check, wanted, found));
    }

    /** What of the wanted is missing, and what is there beside it, each as often as it is. */
    public static List<Finding> differences(Check check, Collection<String> wanted, Collection<String> found) {
        Map<String, Integer> surplus = new HashMap<>();
        found.forEach(one -> surplus.merge(one, 1, Integer::sum));
        wanted.forEach(one -> surplus.merge(one, -1, Integer::sum));
        Set<String> known = new HashSet<>(wanted);
        List<Finding> findings = new ArrayList<>();
        surplus.forEach((one, times) -> {
            Kind kind = times < 0 ? Kind.LOST : Kind.DOUBLED;
            String what = times < 0 ? "lost" : known.contains(one) ? "doubled" : "surplus";
            findings.addAll(Collections.nCopies(Math.abs(times), new Finding(check, kind, what + " " + one)));
        });
        return findings;
    }

    /** Of each key: whether all that is wanted is there, once and in order. */
    public static List<Finding> sequences(
            Check check, Map<String, List<String>> wanted, Map<String, List<String>> found) {
        List<Finding> findings = new ArrayList<>();
        Set<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            List<String> asked = wanted.getOrDefault(key, List.of());
            List<String> seen = found.getOrDefault(key, List.of());
            if (!asked.equals(seen)) {
                findings.add(new Finding(check, wrong(asked, seen), key + " has " + seen + " instead of " + asked));
            }
        }
        return findings;
    }
}
