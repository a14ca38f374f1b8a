package org.qualityzones.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.ProblemRenderer;
import org.qualityzones.web.RequestIds;
import org.qualityzones.web.WebConfig;

/** In front of everything: gives each request its id and refuses a declared length that is too great. */
@ApplicationScoped
class RequestEdge {

    private static final int FIRST = 10_000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private final BodyLimits limits;
    private final ProblemRenderer problems;

    RequestEdge(BodyLimits limits, WebConfig config) {
        this.limits = limits;
        this.problems = new ProblemRenderer(config.problemBase());
    }

    void register(@Observes Filters filters) {
        filters.register(this::accept, FIRST);
    }

    private void accept(RoutingContext context) {
        HttpServerRequest request = context.request();
        String id = RequestIds.accept(request.getHeader(RequestIds.HEADER));
        context.put(RequestIds.KEY, id);
        RequestIds.enter(id);
        context.response().putHeader(RequestIds.HEADER, id).putHeader("X-Content-Type-Options", "nosniff");
        refusal(request).ifPresentOrElse(problem -> refuse(context, id, problem), context::next);
    }

    private Optional<Problem> refusal(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !DIGITS.matcher(length).matches()) {
            return Optional.empty();
        }
        long limit = limits.of(request.path());
        return Long.parseLong(length) <= limit ? Optional.empty() : Optional.of(BodyLimits.tooLarge(limit));
    }

    private void refuse(RoutingContext context, String id, Problem problem) {
        byte[] body = problems.render(
                problem,
                context.request().path(),
                id,
                Languages.of(context.request().getHeader("Accept-Language")));
        context.response()
                .setStatusCode(CommonProblem.TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemRenderer.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Buffer.buffer(body));
    }
}
