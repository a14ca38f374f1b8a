package org.qualityzones.gateway.pages;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;

/** {@code /} leads to the API reference. */
@Singleton
class HomePage implements Page {

    @Override
    public boolean owns(String path) {
        return path.equals("/");
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        return Future.succeededFuture(new PageAnswer.Redirect("/docs"));
    }
}
