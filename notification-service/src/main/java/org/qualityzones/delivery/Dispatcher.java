package org.qualityzones.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.qualityzones.channel.Channel;
import org.qualityzones.channel.Delivery;
import org.qualityzones.channel.DeliveryOutcome;
import org.qualityzones.subscription.SubscriptionStatusChanged;
import org.qualityzones.tracing.Step;
import org.qualityzones.tracing.Tracing;

/**
 * Sends what is due: claims it, attempts each on a virtual thread of its own, records the outcome. Any number of
 * instances may run. A shutdown claims no more and waits for what is in work; what is cut off is sent again, under the
 * same message id, when its lease ends.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final DeliveryWork work;
    private final Map<String, Channel> channels;
    private final DeliveryConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Tracing tracing;
    private final InFlight inFlight;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private Thread loop;

    Dispatcher(
            DeliveryWork work,
            @All List<Channel> channels,
            DeliveryConfig config,
            Clock clock,
            MeterRegistry metrics,
            Tracing tracing) {
        this.work = work;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::kind, Function.identity()));
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        this.tracing = tracing;
        this.inFlight = new InFlight(config.maxInFlight(), config.maxPerTarget());
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            running = true;
            loop = Thread.ofVirtual().name("dispatcher").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        call();
        if (loop != null) {
            loop.join(config.drain());
        }
        if (!inFlight.awaitNone(config.drain().toMillis())) {
            LOG.warn("Shutting down with attempts in work; they are made again when their leases end");
        }
    }

    void onPlanned(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesPlanned planned) {
        call();
    }

    void onStatusChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionStatusChanged change) {
        call();
    }

    /** Looks for due deliveries at once. */
    void call() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    private void run() {
        while (running) {
            if (claimAndSend() == 0) {
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (calls.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private int claimAndSend() {
        int free = inFlight.free();
        if (free == 0) {
            return 0;
        }
        try {
            List<Claimed> claimed =
                    work.claim(free, inFlight.busy(), inFlight.quiet(clock.instant()), inFlight.perClaim());
            claimed.forEach(this::begin);
            return claimed.size();
        } catch (RuntimeException e) {
            LOG.warnf("Deliveries cannot be claimed now: %s", rootOf(e));
            return 0;
        }
    }

    private void begin(Claimed claimed) {
        inFlight.begin(claimed.targetKey());
        Thread.ofVirtual().name("delivery-" + claimed.id()).start(() -> {
            try {
                attempt(claimed);
            } catch (RuntimeException e) {
                LOG.warnf("Delivery %s is left to its lease: %s", claimed.id(), rootOf(e));
            } finally {
                inFlight.end(claimed.targetKey());
                call();
            }
        });
    }

    private void attempt(Claimed claimed) {
        Instant startedAt = clock.instant();
        DeliveryOutcome outcome = deliver(claimed);
        if (outcome instanceof DeliveryOutcome.Retry retry) {
            retry.after().ifPresent(wish -> inFlight.quiet(claimed.subscriptionId(), startedAt.plus(bounded(wish))));
        }
        work.finish(claimed, outcome, startedAt);
        metrics.counter("qz.delivery.attempts", "result", outcome.getClass().getSimpleName())
                .increment();
        work.disableIfDead(claimed, outcome);
    }

    private DeliveryOutcome deliver(Claimed claimed) {
        Delivery delivery = work.load(claimed);
        try (Step step = tracing.calling(claimed.channel(), delivery.traceparent())) {
            return deliver(claimed, delivery, step);
        }
    }

    private DeliveryOutcome deliver(Claimed claimed, Delivery delivery, Step step) {
        step.note("qz.delivery.id", claimed.id().toString());
        try {
            DeliveryOutcome outcome = channels.get(claimed.channel()).deliver(delivery);
            String result = outcome.getClass().getSimpleName();
            step.note("qz.delivery.result", result).answered(outcome.status());
            if (!(outcome instanceof DeliveryOutcome.Delivered)) {
                step.failed(result);
            }
            return outcome;
        } catch (RuntimeException e) {
            step.failed(e);
            throw e;
        }
    }

    private Duration bounded(Duration wish) {
        return wish.compareTo(config.maxRetryAfter()) > 0 ? config.maxRetryAfter() : wish;
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
