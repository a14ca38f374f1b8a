package org.qualityzones.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedMessage;
import org.qualityzones.subscription.SubscriptionProblem;
import org.qualityzones.web.Problem;

/**
 * Open streams: each on a virtual thread, sending one message after the other as fast as its reader takes them. A
 * reader that takes none for long, a shutdown and the age limit end it; the reader goes on by Last-Event-ID.
 */
@ApplicationScoped
class FeedStreams {

    private static final int PAGE = 200;
    private static final Duration SEND_LIMIT = Duration.ofSeconds(30);

    private final FeedReader reader;
    private final FeedWatch watch;
    private final StreamConfig config;
    private final Map<String, Integer> open = new HashMap<>();
    private int total;
    private volatile boolean stopping;

    FeedStreams(FeedReader reader, FeedWatch watch, StreamConfig config) {
        this.reader = reader;
        this.watch = watch;
        this.config = config;
    }

    /** Told before requests under way are waited for: a stream would be one of them to the end of that time. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    /** Takes a place for a caller; 429 when there is none. */
    synchronized void enter(String caller) {
        if (total >= config.maxOpen() || open.getOrDefault(caller, 0) >= config.maxPerCaller()) {
            throw Problem.of(SubscriptionProblem.STREAM_LIMIT, "Close a stream, or come back later")
                    .retryAfter(Duration.ofSeconds(10));
        }
        open.merge(caller, 1, Integer::sum);
        total++;
    }

    synchronized void leave(String caller) {
        open.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
        total--;
    }

    /** Streams until the reader goes away or the stream's time is up. */
    void run(long after, Predicate<FeedEvent> visible, Sse sse, SseEventSink sink) throws InterruptedException {
        long endsAt = System.nanoTime() + config.maxAge().toNanos();
        long position = after;
        long lastSent = System.nanoTime();
        boolean alive = send(sink, sse.newEventBuilder().comment("open").build());
        while (alive && !sink.isClosed() && !stopping && System.nanoTime() < endsAt) {
            FeedPage page = reader.page(position, PAGE, visible);
            for (FeedMessage message : page.items()) {
                alive = alive && send(sink, event(sse, message));
                lastSent = System.nanoTime();
            }
            position = page.lastPosition();
            if (page.lastPosition() >= page.head()) {
                watch.await(position, config.poll().toMillis());
            }
            if (System.nanoTime() - lastSent > config.keepAlive().toNanos()) {
                alive = alive
                        && send(sink, sse.newEventBuilder().comment("alive").build());
                lastSent = System.nanoTime();
            }
        }
    }

    private static OutboundSseEvent event(Sse sse, FeedMessage message) {
        return sse.newEventBuilder()
                .id(Long.toString(message.data().feedPosition()))
                .name(message.type())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(FeedMessage.class, message)
                .build();
    }

    private static boolean send(SseEventSink sink, OutboundSseEvent event) throws InterruptedException {
        try {
            sink.send(event).toCompletableFuture().get(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            return false;
        }
    }
}
