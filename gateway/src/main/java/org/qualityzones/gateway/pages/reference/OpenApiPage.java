package org.qualityzones.gateway.pages.reference;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;

/** {@code /openapi}. */
@Singleton
class OpenApiPage implements Page {

    private final OpenApiDocument document;

    OpenApiPage(OpenApiDocument document) {
        this.document = document;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/openapi");
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        return document.get().map(JsonObject::toBuffer).map(body -> new PageAnswer.Content("application/json", body));
    }
}
