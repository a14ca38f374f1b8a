package org.qualityzones.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.qualityzones.system.oracle.Ledger;

/**
 * A caller whose every change is in the ledger. A call whose outcome nobody knows is repeated with the same
 * Idempotency-Key, headers and body until it is answered; a refusal is an error.
 */
public record PatientClient(Client caller, Ledger ledger) {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** A change, once in effect; answers its 200 or 201. */
    public Answer post(String path, JsonNode body, String... headers) {
        return post(path, Json.bytes(body), headers);
    }

    /** The same with a body to the byte. */
    public Answer post(String path, byte[] body, String... headers) {
        String key = Client.newKey();
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Idempotency-Key";
        all[headers.length + 1] = key;
        long deadline = deadline();
        while (System.nanoTime() < deadline) {
            ledger.intend(key);
            try {
                Answer answer = caller.post(path, body, all);
                if (isDone(answer, path)) {
                    ledger.acknowledge(key, answer.json().path("id").asText(path) + " " + answer.header("ETag"));
                    return answer;
                }
                ledger.leaveUnknown(key, path + " " + answer);
            } catch (UncheckedIOException e) {
                ledger.leaveUnknown(key, path + " " + e);
            }
            pause();
        }
        throw new IllegalStateException("No answer to " + path + " with key " + key);
    }

    /** A transition of what was answered last. */
    public Answer transition(String path, JsonNode body, Answer last) {
        return post(path + "/transitions", body, "If-Match", last.header("ETag"));
    }

    /** What the caller may read, asked for until somebody answers. */
    public Answer get(String path) {
        return until(path, _ -> true);
    }

    /** The same until it is as wanted. */
    public Answer until(String path, Predicate<JsonNode> wanted) {
        return until(path, null, wanted);
    }

    /** A question by POST, asked until its answer is as wanted. */
    public Answer until(String path, JsonNode question, Predicate<JsonNode> wanted) {
        long deadline = deadline();
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                Answer answer = question == null ? caller.get(path) : caller.post(path, question);
                if (isDone(answer, path) && wanted.test(answer.json())) {
                    return answer;
                }
                last = answer.toString();
            } catch (UncheckedIOException e) {
                last = e.toString();
            }
            pause();
        }
        throw new IllegalStateException("Not as wanted: " + path + ", last " + last);
    }

    private static boolean isDone(Answer answer, String path) {
        boolean later = answer.status() >= SERVER_ERROR
                || answer.status() == TOO_MANY
                || answer.status() == CONFLICT && !answer.header("Retry-After").isEmpty();
        if (!later && answer.status() >= 300) {
            throw new IllegalStateException("Refused: " + path + ": " + answer);
        }
        return !later;
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
