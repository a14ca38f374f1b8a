package org.qualityzones.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs commands at most once per {@code Idempotency-Key}: state, history, audit, events and the answer commit in one
 * transaction, opened here. The same request again gets the stored bytes; only successes are stored.
 */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
public class Idempotency {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(160);
    private static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotencyStore store;
    private final LateWrites writes;
    private final RequestFingerprint requests;
    private final CurrentRequest current;
    private final ObjectMapper json;
    private final WebConfig config;

    public Idempotency(
            IdempotencyStore store,
            LateWrites writes,
            RequestFingerprint requests,
            CurrentRequest current,
            ObjectMapper json,
            WebConfig config) {
        this.store = store;
        this.writes = writes;
        this.requests = requests;
        this.current = current;
        this.json = json;
        this.config = config;
    }

    /** As {@link #run(Runnable, Supplier)} when the role in the annotation is all there is to check. */
    public Response run(Supplier<Answer> action) {
        return run(() -> {}, action);
    }

    /**
     * Runs a command that needs a key, on a thread that may block, outside of any transaction.
     *
     * <p>With {@code ?dryRun=true} no key is needed, the action runs and everything is rolled back.
     *
     * @param authorize throws the {@link Problem} that refuses this caller; runs before the action and before a replay
     * @param action what to do; a {@link Problem} rolls it back and stores nothing
     */
    public Response run(Runnable authorize, Supplier<Answer> action) {
        if (current.isDryRun()) {
            return tryOut(authorize, action);
        }
        return execute(requests.keyed(), authorize, action);
    }

    /** As {@link #run(Supplier)} where the key is optional: without one the command just runs in a transaction. */
    public Response runOptional(Supplier<Answer> action) {
        if (current.header(IdempotencyKey.HEADER) == null) {
            return QuarkusTransaction.disallowingExisting()
                    .call(() -> stored(new byte[0], action.get()))
                    .toResponse()
                    .build();
        }
        return run(action);
    }

    private Response execute(RequestFingerprint.Keyed request, Runnable authorize, Supplier<Answer> action) {
        long deadline = System.nanoTime() + config.idempotency().patience().toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Outcome outcome = attempt(request, authorize, action);
            switch (outcome) {
                case Outcome.Done done -> {
                    return done.answer().toResponse().build();
                }
                case Outcome.Replayed replayed -> {
                    return replayed.answer()
                            .toResponse()
                            .header(REPLAYED, "true")
                            .build();
                }
                case Outcome.InFlight _ -> pause = await(pause, deadline);
            }
        }
    }

    private Outcome attempt(RequestFingerprint.Keyed request, Runnable authorize, Supplier<Answer> action) {
        try {
            return QuarkusTransaction.disallowingExisting().call(() -> inTransaction(request, authorize, action));
        } catch (LostRace _) {
            return new Outcome.InFlight();
        }
    }

    private Outcome inTransaction(RequestFingerprint.Keyed request, Runnable authorize, Supplier<Answer> action) {
        IdempotencyStore.Claim claim = store.claim(request.scope());
        if (claim.answer() != null) {
            return replay(claim.answer(), request, authorize);
        }
        if (!claim.locked()) {
            return new Outcome.InFlight();
        }
        authorize.run();
        writes.begin();
        StoredAnswer answer = stored(request.fingerprint(), action.get());
        if (!store.insert(request.scope(), answer)) {
            throw new LostRace();
        }
        return new Outcome.Done(answer);
    }

    private static Outcome replay(StoredAnswer answer, RequestFingerprint.Keyed request, Runnable authorize) {
        if (!answer.isOf(request.fingerprint())) {
            throw Problem.of(CommonProblem.KEY_REUSED, "This Idempotency-Key came with another body before")
                    .localized("idempotency-key.reused");
        }
        authorize.run();
        return new Outcome.Replayed(answer);
    }

    private Response tryOut(Runnable authorize, Supplier<Answer> action) {
        QuarkusTransaction.begin();
        try {
            authorize.run();
            StoredAnswer tried = stored(new byte[0], action.get());
            return Answer.ok(null).toResponse(tried.body()).build();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private StoredAnswer stored(byte[] fingerprint, Answer answer) {
        try {
            byte[] body = answer.body() == null ? null : json.writeValueAsBytes(answer.body());
            return new StoredAnswer(fingerprint, answer.status(), answer.location(), answer.etag(), body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("The answer cannot be written as JSON", failure);
        }
    }

    private static Duration await(Duration pause, long deadline) {
        if (System.nanoTime() + pause.toNanos() > deadline) {
            throw Problem.of(CommonProblem.IN_FLIGHT, "The first request with this Idempotency-Key is still in work")
                    .localized("idempotency-key.in-flight")
                    .retryAfter(Duration.ofSeconds(1));
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the first request", interruption);
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** What one try came to. */
    private sealed interface Outcome {

        record Done(StoredAnswer answer) implements Outcome {}

        record Replayed(StoredAnswer answer) implements Outcome {}

        record InFlight() implements Outcome {}
    }

    /** Another transaction stored its answer first: roll back and read that. */
    private static final class LostRace extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostRace() {
            super("Another request with this key was first", null, false, false);
        }
    }
}
