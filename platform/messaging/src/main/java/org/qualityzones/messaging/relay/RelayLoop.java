package org.qualityzones.messaging.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.MessagingConfig;
import org.qualityzones.messaging.OutboxBell;
import org.qualityzones.messaging.support.Backoff;
import org.qualityzones.messaging.support.Pace;
import org.qualityzones.messaging.support.Trouble;
import org.qualityzones.tracing.Tracing;

/** Runs the relay on a thread of its own from start to stop, whatever becomes of broker and database meanwhile. */
@ApplicationScoped
class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);

    private final DataSource dataSource;
    private final KafkaLink kafka;
    private final OutboxBell bell;
    private final RelayMetrics metrics;
    private final MessagingConfig config;
    private final Clock clock;
    private final Tracing tracing;
    private final Trouble trouble = new Trouble(LOG, "publishing from the outbox", Duration.ofSeconds(30));
    private final Pace pace;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;
    private RelaySession session;

    RelayLoop(
            DataSource dataSource,
            KafkaLink kafka,
            OutboxBell bell,
            RelayMetrics metrics,
            MessagingConfig config,
            Clock clock,
            Tracing tracing) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.bell = bell;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.tracing = tracing;
        this.pace = new Pace(config.relay().pace());
    }

    void start(@Observes StartupEvent event) {
        if (config.relay().enabled()) {
            thread = Thread.ofPlatform().name("qz-relay").daemon().start(this::run);
        }
    }

    /** Lets the relay publish what is recorded, for as long as the drain may take. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        bell.ring();
        if (thread != null && !thread.join(config.relay().drain())) {
            LOG.warn("events are left unsent, they are published after the next start");
            thread.interrupt();
        }
    }

    /** The last round is one that began after the stop: what was committed before is in it. */
    private void run() {
        Backoff backoff = new Backoff(config.relay().maxBackoff());
        try {
            boolean last = false;
            Next next = Next.AGAIN;
            while (!last || next == Next.AGAIN) {
                last = stopping.getCount() == 0;
                next = round();
                switch (next) {
                    case AGAIN -> backoff.reset();
                    case IDLE -> {
                        backoff.reset();
                        rest(last ? Duration.ZERO : config.relay().quiet());
                    }
                    case KEPT_OUT -> {
                        backoff.reset();
                        rest(last ? Duration.ZERO : config.relay().poll());
                    }
                    case TROUBLED -> stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("relay interrupted", e);
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }

    /** Until there is something to publish and the pace allows it, or the service stops. */
    private void rest(Duration atMost) throws InterruptedException {
        bell.await(atMost);
        stopping.await(pace.left(System.nanoTime()), TimeUnit.NANOSECONDS);
        bell.hush();
    }

    private Next round() throws InterruptedException {
        try {
            if (session == null) {
                session = new RelaySession(dataSource, kafka, config, clock, tracing);
            }
            long began = System.nanoTime();
            Relay.Round round = session.round();
            metrics.published(round.sent());
            if (round.sent() > 0) {
                pace.carried(began);
            }
            if (round.failure() != null) {
                trouble.met(round.failure());
                return Next.TROUBLED;
            }
            trouble.over();
            if (!round.elected()) {
                return Next.KEPT_OUT;
            }
            return round.more() ? Next.AGAIN : Next.IDLE;
        } catch (SQLException | RuntimeException e) {
            trouble.met(e);
            return Next.TROUBLED;
        }
    }

    private enum Next {
        AGAIN,
        IDLE,
        /** What was recorded here may have come too late for the one that is at work, and rings no bell of its process. */
        KEPT_OUT,
        TROUBLED
    }
}
