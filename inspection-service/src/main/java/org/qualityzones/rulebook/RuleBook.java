package org.qualityzones.rulebook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.support.Trouble;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Roles;

/**
 * Every published rule set, compiled once, and which one governs when. A publication takes effect at least
 * {@code qz.rule-set.lead} after it was made, so what was read less than half of that ago is all there is to know.
 */
@ApplicationScoped
public class RuleBook {

    private final Trouble trouble =
            new Trouble(Logger.getLogger(RuleBook.class), "reading the rule sets", Duration.ofMinutes(1));
    private static final List<String> SHIPPED = List.of("2026.1");
    private static final int MOST_DRAFTS = 100;
    private static final String SHIPPED_BY = "shipped";

    private final RuleSets sets;
    private final RuleSetEvents events;
    private final Ids ids;
    private final Clock clock;
    private final Duration known;
    private final Map<String, RuleSet> compiled = new ConcurrentHashMap<>();
    private volatile Schedule schedule = new Schedule(List.of(), Instant.MIN);

    RuleBook(RuleSets sets, RuleSetEvents events, Ids ids, Clock clock, RuleBookConfig config) {
        this.sets = sets;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.known = config.lead().dividedBy(2);
    }

    /** The rule set that governs a declaration made at an instant. */
    public RuleSet inForce(Instant declaredAt) {
        Schedule read = schedule;
        if (!declaredAt.isBefore(read.knownUntil())) {
            read = refresh();
        }
        return compiled.get(read.at(declaredAt).version());
    }

    /** As {@link #inForce}, of those that were published by an instant. Empty before the first publication. */
    public Optional<RuleSet> inForce(Instant declaredAt, Instant knownAt) {
        List<RuleSets.Entry> known = refresh().entries().stream()
                .filter(entry -> !entry.publishedAt().isAfter(knownAt))
                .toList();
        return new Schedule(known, knownAt).without(null, declaredAt).map(entry -> compiled.get(entry.version()));
    }

    /** A rule set that was published, retired ones included. */
    public Optional<RuleSet> find(String version) {
        RuleSet found = compiled.get(version);
        return found != null
                ? Optional.of(found)
                : sets.find(version).filter(row -> row.status().isFixed()).map(this::compiled);
    }

    /** The rule set that a stored decision names. @throws IllegalStateException when this service no longer has it */
    public RuleSet required(String version) {
        return find(version).orElseThrow(() -> new IllegalStateException("Rule set " + version + " is gone"));
    }

    /** A rule set in any state, drafts included. */
    public Optional<RuleSet> findAny(String version) {
        return find(version).or(() -> sets.find(version).map(row -> RuleSet.parse(row.document())));
    }

    /** A rule set that a caller may see: drafts are for those who draft and audit. */
    public Optional<RuleSet> visible(String version, Caller caller) {
        return seesDrafts(caller) ? findAny(version) : find(version);
    }

    /** Whether drafts are shown to a caller. */
    public static boolean seesDrafts(Caller caller) {
        return caller.isAny(Roles.AUTHORITY, Roles.AUDITOR);
    }

    /** The newest rule sets that are not published yet, at most {@value #MOST_DRAFTS}. */
    public List<RuleSet> drafts() {
        return sets.newest(true, null, MOST_DRAFTS).stream()
                .filter(row -> !row.status().isFixed())
                .map(row -> RuleSet.parse(row.document()))
                .toList();
    }

    /** Every published rule set that is not retired, by the instant it takes effect. */
    public List<RuleSet> unretired() {
        return refresh().entries().stream()
                .filter(entry -> entry.retiredFrom() == null)
                .map(entry -> compiled.get(entry.version()))
                .toList();
    }

    /** Every rule set that was ever published, by the instant it takes effect. */
    public List<RuleSet> all() {
        return refresh().entries().stream()
                .map(entry -> compiled.get(entry.version()))
                .toList();
    }

    /** Publishes what is shipped, once, before the first request. */
    void publishShipped(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> SHIPPED.forEach(this::publishShipped));
        refresh();
    }

    /** Compiles what others published before it takes effect. */
    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepCurrent() {
        trouble.attempt(this::refresh);
    }

    /** Reads again which rule set governs when. */
    Schedule refresh() {
        Instant readAt = clock.instant();
        List<RuleSets.Entry> entries = sets.schedule();
        for (RuleSets.Entry entry : entries) {
            if (!compiled.containsKey(entry.version())) {
                compiled(sets.find(entry.version()).orElseThrow());
            }
        }
        Schedule read = new Schedule(List.copyOf(entries), readAt.plus(known));
        schedule = read;
        return read;
    }

    private RuleSet compiled(RuleSetRow row) {
        return compiled.computeIfAbsent(row.version(), _ -> {
            RuleSet read = RuleSet.parse(row.document());
            if (!read.digest().equals(row.digest())) {
                throw new IllegalStateException(
                        "The document of rule set " + row.version() + " is not the published one");
            }
            return read;
        });
    }

    private void publishShipped(String version) {
        RuleSet shipped = RuleSet.shipped(version);
        Instant now = clock.instant();
        RuleSetRow row = new RuleSetRow(
                version,
                ids.next(),
                1,
                RuleSetStatus.PUBLISHED,
                shipped.digest(),
                shipped.document(),
                List.of(SHIPPED_BY),
                now,
                Assessment.NONE,
                SHIPPED_BY,
                now,
                Instant.EPOCH,
                null,
                null);
        if (sets.add(row)) {
            events.changed(row, shipped, "publish", RuleSetStatus.DRAFT, null, now);
        } else if (!sets.find(version).orElseThrow().digest().equals(shipped.digest())) {
            throw new IllegalStateException(
                    "Rule set " + version + " was published with another document than is shipped");
        }
    }

    /**
     * Which rule set governs when.
     *
     * @param entries by the instant they take effect
     * @param knownUntil instants from here on may be governed by rule sets that were not read
     */
    record Schedule(List<RuleSets.Entry> entries, Instant knownUntil) {

        RuleSets.Entry at(Instant instant) {
            return without(null, instant)
                    .orElseThrow(() -> new IllegalStateException("No rule set governs at " + instant));
        }

        /** As if one of them did not exist. */
        Optional<RuleSets.Entry> without(String version, Instant instant) {
            return entries.reversed().stream()
                    .filter(entry -> !entry.version().equals(version)
                            && !entry.from().isAfter(instant)
                            && (entry.retiredFrom() == null || instant.isBefore(entry.retiredFrom())))
                    .findFirst();
        }
    }
}
