package org.qualityzones.gateway.pages.reference;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;

/** {@code /docs}: the merged OpenAPI document for people. */
@Singleton
class DocsPage implements Page {

    private final OpenApiDocument document;

    DocsPage(OpenApiDocument document) {
        this.document = document;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/docs");
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        return document.get().map((JsonObject openapi) -> new ReferenceHtml(openapi, request.language()).answer());
    }
}
