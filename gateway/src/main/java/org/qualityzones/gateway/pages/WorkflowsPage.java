package org.qualityzones.gateway.pages;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.Upstream;

/** {@code /api/v1/workflows}: the state machines of all services, asked with the reader's own token. */
@Singleton
class WorkflowsPage implements Page {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Services services;

    WorkflowsPage(Services services) {
        this.services = services;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/api/v1/workflows");
    }

    @Override
    public boolean open() {
        return false;
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Request-Id", request.requestId());
        headers.put("Accept-Language", request.language().locale().getLanguage());
        request.authorization().ifPresent(token -> headers.put("Authorization", token));
        Map<Upstream, Future<Optional<Services.Reply>>> asked = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            asked.put(
                    upstream,
                    services.api(upstream, "/api/v1/" + upstream.slug() + "/workflows", headers)
                            .map(Optional::of)
                            .otherwise(Optional.empty()));
        }
        return Future.join(new ArrayList<>(asked.values())).map(all -> merge(asked));
    }

    private static PageAnswer merge(Map<Upstream, Future<Optional<Services.Reply>>> asked) {
        JsonArray items = new JsonArray();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<Upstream, Future<Optional<Services.Reply>>> entry : asked.entrySet()) {
            Optional<Services.Reply> reply = entry.getValue().result();
            if (reply.filter(refused -> refused.status() == 401 || refused.status() == 403)
                    .isPresent()) {
                return new PageAnswer.Relayed(
                        reply.get().status(),
                        reply.get().mediaType(),
                        reply.get().body());
            }
            if (reply.filter(good -> good.status() == 200).isEmpty()) {
                missing.add(entry.getKey().slug());
                continue;
            }
            for (Object item : reply.get().body().toJsonObject().getJsonArray("items")) {
                items.add(((JsonObject) item).put("service", entry.getKey().slug()));
            }
        }
        if (missing.size() == asked.size()) {
            return Refusal.of(GatewayProblem.UNAVAILABLE, "all-missing").retryAfter(RETRY);
        }
        JsonObject page =
                new JsonObject().put("items", items).putNull("nextCursor").put("missing", new JsonArray(missing));
        return new PageAnswer.Content("application/json", page.toBuffer());
    }
}
