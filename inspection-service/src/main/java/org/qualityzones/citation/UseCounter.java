package org.qualityzones.citation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.support.Trouble;

/**
 * Counts decisions by the rules and instruments that their reasons name. It goes behind the decisions in the order they were
 * made and keeps counts and position in one transaction, so each is counted once and none waits for it.
 */
@ApplicationScoped
class UseCounter {

    private static final Logger LOG = Logger.getLogger(UseCounter.class);
    private static final int MOST_PAGES = 100;

    private final Trouble trouble = new Trouble(LOG, "counting decisions by rule", Duration.ofMinutes(1));
    private final Uses uses;
    private final CitationConfig config;
    private final ObjectReader reasons;
    private final Clock clock;

    UseCounter(Uses uses, CitationConfig config, ObjectMapper json, Clock clock) {
        this.uses = uses;
        this.config = config;
        this.reasons = json.reader().at("/reasons");
        this.clock = clock;
    }

    @Scheduled(
            every = "${qz.citation.count-every:5s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        trouble.attempt(() -> {
            int pages = 0;
            while (pages < MOST_PAGES && QuarkusTransaction.requiringNew().call(this::countPage)) {
                pages++;
            }
        });
    }

    /** Whether there may be more. */
    private boolean countPage() {
        Instant until = clock.instant().minus(config.lag());
        Uses.Position position = uses.lock().orElse(null);
        if (position == null || !position.until().isBefore(until)) {
            return false;
        }
        List<Uses.Decided> page = uses.next(position, until);
        Map<Uses.Key, Long> rules = new HashMap<>();
        Map<Uses.Key, Long> instruments = new HashMap<>();
        page.forEach(decided -> count(decided, rules, instruments));
        uses.addRules(rules);
        uses.addInstruments(instruments);
        boolean more = page.size() == Uses.PAGE;
        uses.move(
                page.isEmpty()
                        ? new Uses.Position(position.at(), position.id(), until)
                        : new Uses.Position(
                                page.getLast().at(),
                                page.getLast().id(),
                                more ? page.getLast().at() : until));
        return more;
    }

    private void count(Uses.Decided decided, Map<Uses.Key, Long> rules, Map<Uses.Key, Long> instruments) {
        Set<String> matched = new HashSet<>();
        Set<String> cited = new HashSet<>();
        try {
            for (JsonNode reason : reasons.readTree(decided.record())) {
                matched.add(reason.path("rule").asText());
                reason.path("citations")
                        .forEach(citation ->
                                cited.add(citation.path("instrument").asText()));
            }
        } catch (IOException e) {
            LOG.warnf("The record of a decision cannot be read and is not counted: decision=%s", decided.id());
            return;
        }
        matched.forEach(rule -> rules.merge(new Uses.Key(decided.ruleSet(), rule), 1L, Long::sum));
        cited.forEach(name -> instruments.merge(new Uses.Key(decided.ruleSet(), name), 1L, Long::sum));
    }
}
