package org.qualityzones.gateway.pages.status;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.qualityzones.gateway.pages.Services;

/** What a service says about itself. */
sealed interface Readiness {

    /** It is ready. */
    record Ready() implements Readiness {}

    /** It runs, but these checks of it fail. */
    record NotReady(List<String> failing) implements Readiness {}

    /** It cannot be asked. */
    record Unreachable() implements Readiness {}

    /** Reads the answer of a readiness endpoint. */
    static Readiness of(Services.Reply reply) {
        if (reply.status() == 200) {
            return new Ready();
        }
        try {
            List<String> failing = new ArrayList<>();
            for (Object check : reply.body().toJsonObject().getJsonArray("checks", new JsonArray())) {
                if (check instanceof JsonObject named && !"UP".equals(named.getString("status"))) {
                    failing.add(named.getString("name"));
                }
            }
            return new NotReady(failing);
        } catch (DecodeException | ClassCastException other) {
            return new NotReady(List.of());
        }
    }
}
