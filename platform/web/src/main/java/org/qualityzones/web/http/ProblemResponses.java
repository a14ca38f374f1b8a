package org.qualityzones.web.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.qualityzones.web.Problem;
import org.qualityzones.web.ProblemRenderer;
import org.qualityzones.web.RequestIds;
import org.qualityzones.web.WebConfig;

/** Problems as responses. */
@ApplicationScoped
class ProblemResponses {

    private static final Logger LOG = Logger.getLogger("org.qualityzones.problems");

    private final ProblemRenderer renderer;

    ProblemResponses(WebConfig config) {
        this.renderer = new ProblemRenderer(config.problemBase());
    }

    /** A refusal: one line in the log, at info when access was denied. */
    Response refused(Problem problem, RoutingContext context) {
        int status = problem.type().status();
        if (status == 401 || status == 403) {
            LOG.infof("Refused: status=%d problem=%s", status, problem.type().slug());
        } else {
            LOG.debugf("Refused: status=%d problem=%s", status, problem.type().slug());
        }
        return respond(problem, context);
    }

    Response respond(Problem problem, RoutingContext context) {
        String id = context.get(RequestIds.KEY);
        byte[] body = renderer.render(
                problem,
                context.request().path(),
                id == null ? RequestIds.current() : id,
                Languages.of(context.request().getHeader("Accept-Language")));
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemRenderer.MEDIA_TYPE)
                .entity(body);
        problem.headers().forEach(response::header);
        return response.build();
    }
}
