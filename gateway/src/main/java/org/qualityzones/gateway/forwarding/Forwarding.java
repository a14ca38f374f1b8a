package org.qualityzones.gateway.forwarding;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.Route;

/** Streams one admitted request to its service and the answer back, both unchanged but for header fields. */
final class Forwarding {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    /** The largest body of an answer that is written in one piece with its head. */
    private static final long ONE_PIECE_BYTES = 64L << 10;

    private final Exchange exchange;
    private final Route route;
    private final Origins origins;
    private final StripInboundIdentity fields;
    private final UpstreamProblem problems;
    private LimitedBody body;
    private boolean connected;
    private Throwable cut;

    Forwarding(Exchange exchange, Route route, Origins origins, StripInboundIdentity fields, UpstreamProblem problems) {
        this.exchange = exchange;
        this.route = route;
        this.origins = origins;
        this.fields = fields;
        this.problems = problems;
    }

    void start() {
        if (exchange.hasBody()) {
            body = new LimitedBody(exchange.request(), origins.bodyLimit(route));
            if (exchange.hasKey()) {
                body.keepingCopy();
            }
        } else {
            exchange.request().resume();
        }
        send(origins.request(route), Optional.empty());
    }

    /** @param whole the body, where it is not to be read from the client's connection */
    private void send(Future<HttpClientRequest> onward, Optional<Buffer> whole) {
        connected = false;
        onward.onSuccess(request -> send(request, whole)).onFailure(this::failed);
    }

    private void send(HttpClientRequest onward, Optional<Buffer> whole) {
        connected = true;
        HttpServerRequest request = exchange.request();
        onward.exceptionHandler(failure -> LOG.debugf("%s requestId=%s", failure, exchange.requestId()));
        request.response().exceptionHandler(gone -> onward.reset(0, gone));
        onward.response().onComplete(answer -> received(onward, answer));
        onward.setMethod(request.method()).setURI(request.uri());
        fields.inbound(request.headers(), onward.headers(), exchange);
        if (body == null) {
            onward.end();
        } else if (whole.isPresent()) {
            onward.end(whole.get());
        } else {
            onward.setChunked(request.getHeader("Content-Length") == null);
            body.pipe().endOnFailure(false).to(onward).onFailure(broken -> onward.reset());
        }
    }

    private void received(HttpClientRequest onward, AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            failed(answer.cause());
        } else if (length(answer.result()) <= ONE_PIECE_BYTES) {
            collect(answer.result());
        } else {
            stream(onward, answer.result());
        }
    }

    private void failed(Throwable failure) {
        if (cut != null || !isCut(failure) || !mayBeSentAgain()) {
            problems.answer(exchange, outcome(failure));
            return;
        }
        cut = failure;
        if (body == null) {
            sendAgain(Optional.empty());
        } else {
            body.whole()
                    .timeout(origins.answerWithin(route).toMillis(), TimeUnit.MILLISECONDS)
                    .onSuccess(whole -> sendAgain(Optional.of(whole)))
                    .onFailure(none ->
                            problems.answer(exchange, outcome(none instanceof TimeoutException ? none : failure)));
        }
    }

    /** The service closed the connection before it answered, which the sending of a body may be the first to meet. */
    private boolean isCut(Throwable failure) {
        boolean writing = failure instanceof StreamResetException && body != null && !body.exceeded();
        return connected && (failure instanceof HttpClosedException || writing);
    }

    /** A request whose method is safe, or one with a key, whose effect the service knows should it have received it after all. */
    private boolean mayBeSentAgain() {
        return !exchange.request().response().closed() && (exchange.isSafe() || exchange.hasKey());
    }

    /** Once, on a new connection: a service that ends closes the kept ones, each possibly just as it is used. */
    private void sendAgain(Optional<Buffer> whole) {
        send(origins.freshRequest(route), whole);
    }

    /** Where nobody takes the second request, the first may have been received all the same. */
    private UpstreamProblem.Outcome outcome(Throwable failure) {
        boolean onlyFirst = cut != null && !connected;
        return new UpstreamProblem.Outcome(
                route,
                onlyFirst ? cut : failure,
                connected || onlyFirst,
                Optional.ofNullable(body),
                origins.answerWithin(route),
                origins.bodyLimit(route));
    }

    /** Head and body go out together; a service that hangs up in between has not answered. */
    private void collect(HttpClientResponse answer) {
        Buffer[] received = {null};
        answer.handler(chunk -> received[0] = received[0] == null ? chunk : received[0].appendBuffer(chunk));
        answer.exceptionHandler(failure -> {
            if (!exchange.isFinished()) {
                problems.answer(exchange, outcome(failure));
            }
        });
        answer.endHandler(end -> {
            HttpServerResponse response = begin(answer);
            if (received[0] == null) {
                response.end();
            } else {
                response.end(received[0]);
            }
        });
    }

    private void stream(HttpClientRequest onward, HttpClientResponse answer) {
        HttpServerResponse response = begin(answer);
        if (answer.getHeader("Content-Length") == null) {
            response.setChunked(true);
        }
        answer.pipe().endOnFailure(false).to(response).onFailure(failure -> {
            onward.reset();
            response.reset();
            answerBroke(failure);
        });
    }

    private HttpServerResponse begin(HttpClientResponse answer) {
        HttpServerResponse response = exchange.request().response();
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        fields.outbound(answer.headers(), response.headers(), route);
        return response;
    }

    /** In bytes; the greatest number where it is not said, nothing where a client of HTTP/1.0 has to be told. */
    private long length(HttpClientResponse answer) {
        String length = answer.getHeader("Content-Length");
        if (length != null) {
            return Long.parseLong(length);
        }
        return exchange.request().version() == HttpVersion.HTTP_1_0 ? 0 : Long.MAX_VALUE;
    }

    /** The connection to the client was cut, which its response does not tell; a client that left first has told. */
    private void answerBroke(Throwable failure) {
        if (!exchange.isFinished()) {
            LOG.warnf("Answer of %s broke off: %s requestId=%s", route.upstream(), failure, exchange.requestId());
            exchange.finish();
        }
    }
}
