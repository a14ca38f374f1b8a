package org.qualityzones.web.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.ProblemType;
import org.qualityzones.web.json.JsonProblems;

/** What the framework refuses by itself: paths, methods, media types, parameters. */
@ApplicationScoped
class WebExceptions {

    private final AllowedMethods allowed;

    WebExceptions(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    /** The problem of a 4xx; empty when the exception is a failure of ours. */
    Optional<Problem> refusal(WebApplicationException exception, RoutingContext context) {
        Optional<Problem> cause = JsonProblems.find(exception.getCause());
        int status = exception.getResponse().getStatus();
        if (cause.isPresent() || status >= 500) {
            return cause;
        }
        return Optional.of(of(status, context));
    }

    private Problem of(int status, RoutingContext context) {
        String path = context.request().path();
        return switch (status) {
            case 404 ->
                Problem.of(CommonProblem.NOT_FOUND, "There is nothing at " + path)
                        .localized("not-found.path", path);
            case 405 -> {
                Problem problem = Problem.of(
                                CommonProblem.METHOD_NOT_ALLOWED,
                                context.request().method() + " is not supported here")
                        .localized(
                                "method-not-allowed.detail",
                                context.request().method().name());
                yield problem.header(HttpHeaders.ALLOW, String.join(", ", allowed.at(path)));
            }
            default -> Problem.of(type(status), detail(status));
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 406 -> "The Accept header names no type that the resource has";
            case 413 -> "The request body is too large";
            case 415 -> "The resource does not understand the Content-Type of the request";
            case 401 -> "Send an access token: Authorization: Bearer …";
            case 403 -> "The caller's roles do not allow this operation";
            default -> "The request cannot be answered";
        };
    }

    private static ProblemType type(int status) {
        return Arrays.stream(CommonProblem.values())
                .filter(type -> type.status() == status && type != CommonProblem.REQUEST_FAILED)
                .map(ProblemType.class::cast)
                .findFirst()
                .orElseGet(() -> new OtherRefusal(status));
    }

    /** A 4xx that no problem of ours stands for. */
    private record OtherRefusal(int status) implements ProblemType {

        @Override
        public String slug() {
            return CommonProblem.REQUEST_FAILED.slug();
        }

        @Override
        public String title() {
            return CommonProblem.REQUEST_FAILED.title();
        }
    }
}
