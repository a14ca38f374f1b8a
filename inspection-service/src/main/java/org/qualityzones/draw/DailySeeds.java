package org.qualityzones.draw;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.qualityzones.facts.Digests;
import org.qualityzones.web.Audit;
import org.qualityzones.web.seal.SecretSeal;

/** The seeds of the days: made once, sealed at rest, committed to before anything is drawn with them. */
@ApplicationScoped
class DailySeeds {

    private static final Logger LOG = Logger.getLogger(DailySeeds.class);
    private static final int SEED_BYTES = 32;
    private static final int DAYS_IN_MEMORY = 128;

    private final DataSource dataSource;
    private final Clock clock;
    private final Audit audit;
    private final SecretSeal seal;
    private final SecureRandom random = new SecureRandom();
    private final Map<LocalDate, DailySeed> opened = new ConcurrentHashMap<>();

    DailySeeds(DataSource dataSource, Clock clock, Audit audit, DrawConfig config) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.audit = audit;
        this.seal = SecretSeal.ofBase64(config.sealingKey());
    }

    /** The day's seed; made, where it is missing, in a transaction of its own that commits before the return. */
    DailySeed ofToday(LocalDate today) {
        DailySeed seed = opened.get(today);
        return seed != null ? seed : makeOnce(today);
    }

    private synchronized DailySeed makeOnce(LocalDate today) {
        DailySeed seed = opened.get(today);
        return seed != null
                ? seed
                : QuarkusTransaction.requiringNew().call(() -> {
                    make(today);
                    return required(today);
                });
    }

    /** Has the seeds of today and tomorrow in memory before the first request: a request must not wait for one. */
    void prepare(@Observes StartupEvent start) {
        makeAhead();
    }

    /** Commits to the seed of tomorrow ahead, so that no declaration waits for one at midnight. */
    @Scheduled(every = "5m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        try {
            makeAhead();
        } catch (RuntimeException e) {
            LOG.warnf("The draw seeds cannot be prepared now, tried again in five minutes: %s", e.getMessage());
        }
    }

    private void makeAhead() {
        LocalDate today = ShanghaiDays.of(clock.instant());
        ofToday(today);
        ofToday(today.plusDays(1));
    }

    /** @throws IllegalStateException when no seed was made on that day: nothing can have been drawn with it */
    DailySeed required(LocalDate day) {
        return find(day)
                .orElseThrow(() -> new IllegalStateException("There is no draw seed of " + day
                        + ": the lot that refers to it was not drawn by this service"));
    }

    /** The seed of a day; opening it is audited, so a transaction must be running. */
    Optional<DailySeed> find(LocalDate day) {
        DailySeed seed = opened.get(day);
        if (seed != null) {
            return Optional.of(seed);
        }
        Optional<DailySeed> read = read(day);
        read.ifPresent(this::keep);
        read.ifPresent(opening -> audit.record("draw-seed.open", day.toString(), null));
        return read;
    }

    private void keep(DailySeed seed) {
        if (opened.size() >= DAYS_IN_MEMORY) {
            opened.clear();
        }
        opened.put(seed.day(), seed);
    }

    private void make(LocalDate day) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO daily_seed (day, sealed_seed, commitment, created_at)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT (day) DO NOTHING")) {
            insert.setDate(1, Date.valueOf(day));
            insert.setBytes(2, seal.seal(seed, context(day)));
            insert.setString(3, Digests.sha256(seed));
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The draw seed of " + day + " cannot be kept", e);
        }
    }

    private Optional<DailySeed> read(LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT sealed_seed, commitment FROM daily_seed WHERE day = ?")) {
            select.setDate(1, Date.valueOf(day));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new DailySeed(day, seal.open(row.getBytes(1), context(day)), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The draw seed of " + day + " cannot be read", e);
        }
    }

    private static String context(LocalDate day) {
        return "draw-seed/" + day;
    }
}
