package org.qualityzones.gateway.pages.reference;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Upstream;
import org.qualityzones.gateway.pages.Kept;
import org.qualityzones.gateway.pages.Resources;
import org.qualityzones.gateway.pages.Services;

/** The OpenAPI 3.1 document of the whole suite, collected from the services' management ports. */
@Singleton
class OpenApiDocument {

    private static final Logger LOG = Logger.getLogger(OpenApiDocument.class);
    private static final String PATH = "/q/openapi?format=json";

    private final Services services;
    private final String publicUrl;
    private final Kept<JsonObject> merged;

    OpenApiDocument(Services services, GatewayConfig config, Clock clock) {
        this.services = services;
        this.publicUrl = config.publicUrl().toString();
        this.merged = new Kept<>(clock, config.collected().openapiMaxAge(), this::collect);
    }

    Future<JsonObject> get() {
        return merged.get();
    }

    private Future<JsonObject> collect() {
        Map<Upstream, Future<Optional<JsonObject>>> asked = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            asked.put(upstream, ask(upstream));
        }
        return Future.join(new ArrayList<>(asked.values())).map(all -> merge(asked));
    }

    private Future<Optional<JsonObject>> ask(Upstream upstream) {
        return services.management(upstream, PATH)
                .map(reply ->
                        reply.status() == 200 ? Optional.of(reply.body().toJsonObject()) : Optional.<JsonObject>empty())
                .recover(failure -> {
                    if (failure instanceof DecodeException) {
                        LOG.warnf("The OpenAPI document of %s is not JSON: %s", upstream, failure.getMessage());
                    }
                    return Future.succeededFuture(Optional.empty());
                });
    }

    private JsonObject merge(Map<Upstream, Future<Optional<JsonObject>>> asked) {
        OpenApiMerge merge = new OpenApiMerge();
        List<String> missing = new ArrayList<>();
        asked.forEach((upstream, document) -> document.result()
                .ifPresentOrElse(own -> merge.add(upstream, own), () -> missing.add(upstream.slug() + "-service")));
        JsonObject paths = merge.paths().mergeIn(new JsonObject(Resources.text("pages/gateway-paths.json")));
        JsonObject components =
                merge.components().mergeIn(new JsonObject(Resources.text("pages/gateway-components.json")), true);
        JsonObject document = new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", info(missing))
                .put("servers", new JsonArray().add(new JsonObject().put("url", publicUrl)))
                .put("tags", merge.tags())
                .put("paths", paths)
                .put("components", components);
        return missing.isEmpty() ? document : document.put("x-missing-services", new JsonArray(missing));
    }

    private static JsonObject info(List<String> missing) {
        String whole = "Export quality and safety demonstration zones: registers, declarations and their decisions, "
                + "inspections, certificates, alerts and subscriptions.";
        String partly = " Not complete now: no description was had from " + String.join(", ", missing) + ".";
        return new JsonObject()
                .put("title", "Qualityzones")
                .put("version", "1")
                .put("description", missing.isEmpty() ? whole : whole + partly)
                .put("license", new JsonObject().put("name", "Apache-2.0").put("identifier", "Apache-2.0"));
    }
}
