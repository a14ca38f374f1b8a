package org.qualityzones.gateway.pages.reference;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.pages.Resources;

/** {@code /asyncapi}: the events, as their contracts describe them. */
@Singleton
class AsyncApiPage implements Page {

    private final Optional<PageAnswer> description =
            Resources.find("asyncapi.yaml").map(yaml -> PageAnswer.Content.of("application/yaml; charset=utf-8", yaml));

    @Override
    public boolean owns(String path) {
        return path.equals("/asyncapi");
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        return Future.succeededFuture(description.orElseGet(() -> Refusal.of(GatewayProblem.NOT_FOUND, "no-route")));
    }
}
