package org.qualityzones.gateway.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/** Tells a JSON Web Token from anything else, before anybody tries to verify it. */
final class TokenShape {

    private TokenShape() {}

    /** Three parts in base64url, the first two of which are JSON objects, the last of which is a signature. */
    static boolean isJwt(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 3 && isObject(parts[0]) && isObject(parts[1]) && !parts[2].isEmpty();
    }

    private static boolean isObject(String part) {
        try {
            return !new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(part))).isEmpty();
        } catch (DecodeException | IllegalArgumentException other) {
            return false;
        }
    }
}
