package org.qualityzones.gateway.forwarding;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.ProblemWriter;
import org.qualityzones.gateway.Refusal;
import org.qualityzones.gateway.Route;

/** Turns what can go wrong between gateway and service into problems. */
@Singleton
public class UpstreamProblem {

    private static final Logger LOG = Logger.getLogger(UpstreamProblem.class);
    private static final Duration SERVICE_RETRY = Duration.ofSeconds(2);

    private final ProblemWriter writer;

    public UpstreamProblem(ProblemWriter writer) {
        this.writer = writer;
    }

    /**
     * How an attempt ended.
     *
     * @param connected whether a connection to the service was had, so that it may have received the request
     * @param answerWithin the time it had
     * @param bodyLimit in bytes
     */
    record Outcome(
            Route route,
            Throwable failure,
            boolean connected,
            Optional<LimitedBody> body,
            Duration answerWithin,
            long bodyLimit) {

        Refusal refusal() {
            String service = route.upstream().slug();
            if (body.filter(LimitedBody::exceeded).isPresent()) {
                return Refusal.of(GatewayProblem.TOO_LARGE, "body-limit", bodyLimit);
            }
            boolean late = failure instanceof TimeoutException;
            if (!connected) {
                boolean busy = late || failure instanceof ConnectionPoolTooBusyException;
                return Refusal.of(GatewayProblem.UNAVAILABLE, busy ? "busy" : "refused", service)
                        .retryAfter(SERVICE_RETRY);
            }
            if (!late) {
                return Refusal.of(GatewayProblem.BAD_GATEWAY, "broken", service);
            }
            long seconds = Math.max(1, answerWithin.toSeconds());
            return bodyMissing()
                    ? Refusal.of(GatewayProblem.REQUEST_TIMEOUT, "body-slow", seconds)
                    : Refusal.of(GatewayProblem.TIMEOUT, "slow", service, seconds);
        }

        private boolean bodyMissing() {
            return body.filter(received -> !received.complete()).isPresent();
        }
    }

    /** Answers in place of the service. */
    void answer(Exchange exchange, Outcome outcome) {
        Refusal refusal = outcome.refusal();
        if (refusal.problem().status() >= 500) {
            LOG.warnf(
                    "%s answered in place of %s: %s requestId=%s",
                    refusal.problem(), outcome.route().upstream(), outcome.failure(), exchange.requestId());
        }
        if (refusal.problem() == GatewayProblem.REQUEST_TIMEOUT) {
            exchange.closeWhenFinished();
        }
        writer.answer(exchange, refusal);
    }
}
