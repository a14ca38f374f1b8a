package org.qualityzones.web.http;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Every exception that leaves a request, as a problem. What nobody expected is a 500 that tells nothing but its id. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CHALLENGE = "WWW-Authenticate";

    private final ProblemResponses responses;

    private final WebExceptions webExceptions;

    ProblemMappers(ProblemResponses responses, WebExceptions webExceptions) {
        this.responses = responses;
        this.webExceptions = webExceptions;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, RoutingContext context) {
        return responses.refused(problem, context);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, RoutingContext context) {
        return webExceptions
                .refusal(exception, context)
                .map(problem -> responses.refused(problem, context))
                .orElseGet(() -> failed(exception, context));
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException exception, RoutingContext context) {
        return Violations.refusal(exception)
                .map(problem -> responses.refused(problem, context))
                .orElseGet(() -> failed(exception, context));
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException exception, RoutingContext context) {
        return responses.refused(
                Problem.of(CommonProblem.UNAUTHENTICATED, "Send an access token: Authorization: Bearer …")
                        .localized("unauthenticated.none")
                        .header(CHALLENGE, "Bearer realm=\"qualityzones\""),
                context);
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException exception, RoutingContext context) {
        LOG.debugf(exception, "A token was refused");
        return responses.refused(
                Problem.of(CommonProblem.UNAUTHENTICATED, "The access token is not valid here")
                        .localized("unauthenticated.invalid")
                        .header(CHALLENGE, "Bearer realm=\"qualityzones\", error=\"invalid_token\""),
                context);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, RoutingContext context) {
        return responses.refused(
                Problem.of(CommonProblem.FORBIDDEN, "The caller's roles do not allow this operation")
                        .localized("forbidden.role"),
                context);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, RoutingContext context) {
        return failed(exception, context);
    }

    private Response failed(Throwable exception, RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean safe = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return switch (Failures.classify(exception, safe)) {
            case Failures.Kind.Refused(Problem problem) -> responses.refused(problem, context);
            case Failures.Kind.Gone _ -> {
                LOG.debugf("The client went away: %s", exception.getMessage());
                yield responses.respond(Problem.of(CommonProblem.REQUEST_FAILED, "The client went away"), context);
            }
            case Failures.Kind.Broken(Problem problem) -> {
                LOG.errorf(
                        exception,
                        "Request failed: method=%s status=%d problem=%s",
                        method,
                        problem.type().status(),
                        problem.type().slug());
                yield responses.respond(problem, context);
            }
        };
    }
}
