package org.qualityzones.channel.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts one message over a fresh connection to a given address, with the target's own host name in Host, SNI and the
 * certificate check. Follows no redirect and reads a bounded part of the answer.
 */
@ApplicationScoped
class WebhookClient {

    record Message(String id, long timestamp, String signature, byte[] body) {}

    record Answer(int status, String retryAfter) {}

    private final Vertx vertx;
    private final HttpClient http;
    private final WebhookConfig config;

    WebhookClient(Vertx vertx, WebhookConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(1024)
                .setMaxHeaderSize(16 * 1024)
                .setDecompressionSupported(false)
                .setVerifyHost(true)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis())));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /**
     * @throws TimeoutException when the head of the answer is not there in time
     * @throws ExecutionException when there is no connection or no valid answer
     */
    Answer post(URI target, InetAddress address, Message message)
            throws InterruptedException, ExecutionException, TimeoutException {
        Promise<Answer> answer = Promise.promise();
        Future<HttpClientRequest> request = http.request(options(target, address, message));
        request.onFailure(answer::tryFail).onSuccess(opened -> send(opened, message, answer));
        try {
            return answer.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            request.onSuccess(HttpClientRequest::reset);
            throw e;
        }
    }

    private void send(HttpClientRequest request, Message message, Promise<Answer> answer) {
        request.exceptionHandler(answer::tryFail);
        request.response().onFailure(answer::tryFail).onSuccess(response -> {
            drain(request, response);
            answer.tryComplete(new Answer(response.statusCode(), response.getHeader("Retry-After")));
        });
        request.end(Buffer.buffer(message.body())).onFailure(answer::tryFail);
    }

    /** Lets a short answer end in peace; a long or slow one is cut off. */
    private void drain(HttpClientRequest request, HttpClientResponse response) {
        long cutOff = vertx.setTimer(config.timeout().toMillis(), timer -> request.reset());
        int[] read = {0};
        response.handler(chunk -> {
            read[0] += chunk.length();
            if (read[0] > config.maxResponseBytes()) {
                request.reset();
            }
        });
        response.end().onComplete(ended -> vertx.cancelTimer(cutOff));
    }

    private RequestOptions options(URI target, InetAddress address, Message message) {
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        int port = TargetPolicy.port(target);
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(TargetPolicy.host(target))
                .setPort(port)
                .setSsl(target.getScheme().equalsIgnoreCase("https"))
                .setURI(path + query)
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Qualityzones-Webhooks/1.0")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(message.timestamp()))
                .putHeader("webhook-signature", message.signature());
    }
}
