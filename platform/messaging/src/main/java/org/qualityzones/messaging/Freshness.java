package org.qualityzones.messaging;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.qualityzones.contracts.Heartbeat;
import org.qualityzones.messaging.support.Trouble;

/**
 * Whether this service's copies of another's facts can be relied on; answered from memory, which follows the database by a
 * second at most. A copy is current while, within {@code qz.messaging.stale-after}, every keeper of facts of the topic had
 * applied all that the owner's heartbeat told of. How old the last event is says nothing.
 */
@ApplicationScoped
public class Freshness {

    private static final Logger LOG = Logger.getLogger(Freshness.class);

    private final Instance<EventConsumer> consumers;
    private final PositionsTable positions;
    private final Clock clock;
    private final Duration staleAfter;
    private final Trouble trouble = new Trouble(LOG, "positions of consumers", Duration.ofSeconds(30));
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();
    private final Set<Stream> justParked = ConcurrentHashMap.newKeySet();
    private volatile Set<Stream> parked = Set.of();

    Freshness(@Any Instance<EventConsumer> consumers, PositionsTable positions, Clock clock, MessagingConfig config) {
        this.consumers = consumers;
        this.positions = positions;
        this.clock = clock;
        this.staleAfter = config.staleAfter();
    }

    /** No copy of the topic can be relied on. */
    public boolean isStale(String topic) {
        Progress known = progress.get(topic);
        return known == null || known.currentAt().isBefore(clock.instant().minus(staleAfter));
    }

    /** As {@link #isStale(String)}, or an event of this key is parked. */
    public boolean isStale(String topic, String key) {
        Stream stream = new Stream(topic, key);
        return isStale(topic) || parked.contains(stream) || justParked.contains(stream);
    }

    /** Up to when a copy of the topic is complete; empty in effect ({@link Instant#MIN}) before the first heartbeat. */
    public Instant currentAt(String topic) {
        Progress known = progress.get(topic);
        return known == null ? Instant.MIN : known.currentAt();
    }

    /** Topics of which a heartbeat was heard or a copy is kept. */
    Set<String> topics() {
        return Set.copyOf(progress.keySet());
    }

    /** Records that the owner told of and a consumer has not applied; 0 before the first heartbeat. */
    long behind(String topic, Map<Integer, Long> applied) {
        Progress known = progress.get(topic);
        return known == null ? 0 : known.behind(applied);
    }

    /** Topics of which this service keeps copies. */
    Set<String> copied() {
        return keepersOfFacts().keySet();
    }

    /** The owner told how far its topic reaches. */
    public void heard(Heartbeat heartbeat) {
        progress.computeIfAbsent(heartbeat.topic(), topic -> new Progress()).heard(heartbeat);
    }

    /** Counts as stale from this moment on, before the table is read again. */
    void parked(String topic, String key) {
        justParked.add(new Stream(topic, key));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        Map<String, Set<String>> keepers = keepersOfFacts();
        if (keepers.isEmpty()) {
            return;
        }
        try {
            Set<Stream> before = Set.copyOf(justParked);
            parked = positions.parked(names(keepers));
            justParked.removeAll(before);
            Map<String, Map<String, Map<Integer, Long>>> applied = positions.applied();
            Instant now = clock.instant();
            keepers.forEach((topic, names) -> progress.computeIfAbsent(topic, unheard -> new Progress())
                    .applied(least(names, applied.getOrDefault(topic, Map.of())), now));
            trouble.over();
        } catch (SQLException | RuntimeException e) {
            trouble.met(e);
        }
    }

    private Map<String, Set<String>> keepersOfFacts() {
        Map<String, Set<String>> keepers = new HashMap<>();
        for (EventConsumer consumer : consumers) {
            if (consumer.mode() == Mode.FACTS) {
                keepers.computeIfAbsent(consumer.topic(), topic -> ConcurrentHashMap.newKeySet())
                        .add(consumer.name());
            }
        }
        return keepers;
    }

    private static Set<String> names(Map<String, Set<String>> keepers) {
        Set<String> names = ConcurrentHashMap.newKeySet();
        keepers.values().forEach(names::addAll);
        return names;
    }

    private static Map<Integer, Long> least(Set<String> names, Map<String, Map<Integer, Long>> applied) {
        Map<Integer, Long> least = null;
        for (String name : names) {
            Map<Integer, Long> own = applied.getOrDefault(name, Map.of());
            if (least == null) {
                least = new HashMap<>(own);
            } else {
                least.keySet().retainAll(own.keySet());
                least.replaceAll((partition, offset) -> Math.min(offset, own.get(partition)));
            }
        }
        return least;
    }

    /** Events of one aggregate. */
    record Stream(String topic, String key) {}
}
