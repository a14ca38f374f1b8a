package org.qualityzones.web;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** An answer as it was first sent, with the fingerprint of the request that got it. */
record StoredAnswer(byte[] fingerprint, int status, String location, String etag, byte[] body) {

    boolean isOf(byte[] otherFingerprint) {
        return Arrays.equals(fingerprint, otherFingerprint);
    }

    Response.ResponseBuilder toResponse() {
        return new Answer(status, location, etag, null).toResponse(body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredAnswer that
                && Arrays.equals(fingerprint, that.fingerprint)
                && Arrays.equals(body, that.body)
                && status == that.status;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fingerprint);
    }

    @Override
    public String toString() {
        return "StoredAnswer[" + status + ' ' + location + ']';
    }
}
