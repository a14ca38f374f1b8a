package org.qualityzones.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** What makes two requests the same one: the scope of its key and the digest of its body. */
@ApplicationScoped
class RequestFingerprint {

    private final CurrentRequest request;
    private final Caller caller;
    private final ObjectMapper json;

    RequestFingerprint(CurrentRequest request, Caller caller, ObjectMapper json) {
        this.request = request;
        this.caller = caller;
        this.json = json;
    }

    /** Scope and fingerprint of the request in work; 400 when its key is absent or malformed. */
    Keyed keyed() {
        String key = IdempotencyKey.parse(request.header(IdempotencyKey.HEADER));
        String scope = String.join("\n", caller.key(), request.method(), request.path(), key);
        return new Keyed(
                Digests.sha256(scope.getBytes(StandardCharsets.UTF_8)),
                request.spooledDigest().orElseGet(this::bodyDigest));
    }

    private byte[] bodyDigest() {
        byte[] body = request.body();
        return Digests.sha256(body.length > 0 && isJson() ? canonicalWherePossible(body) : body);
    }

    private boolean isJson() {
        String type = request.header("Content-Type");
        return type != null && type.startsWith("application/json");
    }

    /** A number that no double holds has no canonical form: such a body stands for itself. */
    private byte[] canonicalWherePossible(byte[] body) {
        try {
            return CanonicalJson.bytes(json.readTree(body));
        } catch (IllegalArgumentException _) {
            return body;
        } catch (IOException failure) {
            throw new UncheckedIOException("A body that was read before cannot be read again", failure);
        }
    }

    /** The scope's and the body's SHA-256. */
    record Keyed(byte[] scope, byte[] fingerprint) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Keyed that
                    && MessageDigest.isEqual(scope, that.scope)
                    && MessageDigest.isEqual(fingerprint, that.fingerprint);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(scope);
        }

        @Override
        public String toString() {
            return "Keyed[" + Digests.hex(scope) + ']';
        }
    }
}
