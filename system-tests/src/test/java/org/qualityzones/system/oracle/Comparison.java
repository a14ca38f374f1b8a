package org.qualityzones.system.oracle;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Compares what must be there with what is there; shares nothing with the services but the names in their contract. */
public record Comparison(Expected expected, Observed observed) {

    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int SHOWN = 3;
    private static final String PREFIX = "org.qualityzones.";
    private static final String SUFFIX = ".v1";

    /** Depends on whether the enterprise or the alert was known first, and comes at most once. */
    private static final String PROPOSED = "alert.matches-proposed";

    /** What is compared. */
    public enum Check {
        EVENTS,
        ORDER,
        STATES,
        AUDIT,
        DOSSIER,
        FEED,
        WEBHOOKS,
        COPIES,
        OUTCOMES
    }

    /** Something lost, surplus, doubled or out of order. */
    public record Finding(Check check, String detail) {}

    /** Looks until everything agrees, and answers what was seen then. */
    public static Comparison awaitWhole(SuiteUnderTest suite, Expected expected, Receiver receiver) {
        return await("everything is whole")
                .atMost(HEALING)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> new Comparison(expected, Observed.about(suite, expected, receiver)), Comparison::isWhole);
    }

    private boolean isWhole() {
        List<Finding> findings = findings();
        findings.stream().limit(SHOWN).forEach(finding -> System.out.println("Not whole yet: " + finding));
        return findings.isEmpty();
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
                .forEach(stream -> findings.add(new Finding(Check.STATES, "nobody asked for " + stream)));
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
            findings.add(new Finding(Check.EVENTS, stream + " has " + types + " instead of " + wanted));
        }
        List<Long> versions = found.stream().map(Topic.Event::version).toList();
        if (!versions.equals(upTo(found.size()))) {
            findings.add(new Finding(Check.ORDER, stream + " has versions " + versions));
        }
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
            findings.add(
                    new Finding(Check.STATES, stream + " has version " + version + " and " + found.size() + " events"));
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
                        findings.add(new Finding(Check.COPIES, stream + " is copied in versions " + found));
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
        Map<String, Integer> surplus = new HashMap<>();
        found.forEach(one -> surplus.merge(one, 1, Integer::sum));
        wanted.forEach(one -> surplus.merge(one, -1, Integer::sum));
        Set<String> known = new HashSet<>(wanted);
        surplus.forEach((one, times) -> {
            if (times != 0) {
                String what = times < 0 ? "lost" : known.contains(one) ? "doubled" : "surplus";
                findings.add(new Finding(check, what + " " + one));
            }
        });
    }
}
