package org.qualityzones.gateway.pages;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import org.qualityzones.gateway.Page;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.PageRequest;

/** The look of the HTML pages. */
@Singleton
class StyleSheet implements Page {

    private final PageAnswer style =
            PageAnswer.Content.of("text/css; charset=utf-8", Resources.text("pages/style.css"));

    @Override
    public boolean owns(String path) {
        return path.equals(Html.STYLE);
    }

    @Override
    public Future<PageAnswer> answer(PageRequest request) {
        return Future.succeededFuture(style);
    }
}
