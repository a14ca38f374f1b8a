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
import java.util.UUID;
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
 * Sends what is due: claims it, some at a time under load, attempts each on a virtual thread of its own, records the outcome.
 * Any number of instances may run. A shutdown claims no more and waits for what is in work; what is cut off is sent again, under the
 * same message id, when its lease ends.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Claims claims;
    private final DeliveryWork work;
    private final AttemptRecorder recorder;
    private final Map<String, Channel> channels;
    private final DeliveryConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Tracing tracing;
    private final InFlight inFlight;
    private final Calls calls;
    private volatile boolean running;
    private Thread loop;

    Dispatcher(
            Claims claims,
            DeliveryWork work,
            @All List<Channel> channels,
            DeliveryConfig config,
            Clock clock,
            MeterRegistry metrics,
            Tracing tracing) {
        this.claims = claims;
        this.work = work;
        this.recorder = new AttemptRecorder(work::finish, work::finish);
        this.channels = channels.stream().collect(Collectors.toMap(Channel::kind, Function.identity()));
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        this.tracing = tracing;
        this.inFlight = new InFlight(config.maxInFlight(), config.maxPerTarget());
        this.calls = new Calls(config.poll(), config.pace());
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            running = true;
            loop = Thread.ofVirtual().name("dispatcher").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        calls.hurry();
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

    /** Looks for due deliveries as soon as the pace allows. */
    void call() {
        calls.call();
    }

    /** False from the begin of a stop on. */
    boolean running() {
        return running;
    }

    private void run() {
        try {
            calls.await();
            while (running) {
                claimAndSend();
                calls.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claimAndSend() {
        InFlight.Room room = inFlight.room(clock.instant());
        if (room.total() == 0) {
            return;
        }
        long began = System.nanoTime();
        Claims.Taken taken;
        try {
            taken = claims.claim(room);
        } catch (RuntimeException e) {
            LOG.warnf("Deliveries cannot be claimed now: %s", rootOf(e));
            return;
        }
        follow(inFlight.begin(room, taken.deliveries(), taken.cut()));
        if (!taken.deliveries().isEmpty()) {
            calls.found(began);
            send(taken.deliveries());
        }
    }

    private void send(List<Claimed> claimed) {
        Map<UUID, Delivery> loaded = load(claimed);
        claimed.forEach(one -> Thread.ofVirtual().name("delivery-" + one.id()).start(() -> {
            try {
                attempt(one, loaded.get(one.id()));
            } catch (RuntimeException e) {
                LOG.warnf("Delivery %s is left to its lease: %s", one.id(), rootOf(e));
            } finally {
                follow(inFlight.end(one.targetKey()));
            }
        }));
    }

    private void follow(InFlight.Next next) {
        switch (next) {
            case NOW -> calls.hurry();
            case AT_PACE -> calls.call();
            case WHEN_CALLED -> {}
        }
    }

    /** Empty where not all can be loaded: then each is by itself, and only what is amiss is left. */
    private Map<UUID, Delivery> load(List<Claimed> claimed) {
        try {
            return claims.load(claimed);
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d deliveries are loaded one by one", claimed.size());
            return Map.of();
        }
    }

    private void attempt(Claimed claimed, Delivery loaded) {
        Delivery delivery = loaded == null ? claims.load(List.of(claimed)).get(claimed.id()) : loaded;
        Instant startedAt = clock.instant();
        DeliveryOutcome outcome = deliver(claimed, delivery);
        if (outcome instanceof DeliveryOutcome.Retry retry) {
            retry.after().ifPresent(wish -> inFlight.quiet(claimed.subscriptionId(), startedAt.plus(bounded(wish))));
        }
        recorder.record(new Finished(claimed, outcome, startedAt, clock.instant()));
        metrics.counter("qz.delivery.attempts", "result", outcome.getClass().getSimpleName())
                .increment();
        work.disableIfDead(claimed, outcome);
    }

    private DeliveryOutcome deliver(Claimed claimed, Delivery delivery) {
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
