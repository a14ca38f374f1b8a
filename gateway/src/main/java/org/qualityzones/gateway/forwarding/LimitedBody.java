package org.qualityzones.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** A request's body that fails once it is larger than allowed; what comes after that is read and thrown away. */
final class LimitedBody implements ReadStream<Buffer> {

    /** The body is larger than allowed. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The body is larger than allowed", null, false, false);
        }
    }

    /** Bytes thrown away before the connection is closed. */
    private static final long PATIENCE_BYTES = 8L << 20;

    /** The largest body of which a copy is kept. */
    private static final long KEPT_BYTES = 64L << 10;

    private final HttpServerRequest request;
    private final long limit;
    private final Promise<Buffer> whole = Promise.promise();
    private long received;
    private Buffer copy;
    private boolean complete;
    private Handler<Throwable> failureHandler;

    LimitedBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Has what passes through kept as long as it is small, so that it can be sent again. */
    LimitedBody keepingCopy() {
        copy = Buffer.buffer();
        return this;
    }

    /** All of the body, once the client has sent it; fails where it is too large to be kept, and when the client leaves. */
    Future<Buffer> whole() {
        if (copy == null) {
            return Future.failedFuture("No copy was kept");
        }
        if (complete()) {
            return Future.succeededFuture(copy);
        }
        request.resume();
        return whole.future();
    }

    boolean exceeded() {
        return received > limit;
    }

    /** Whether the client has sent all of it. */
    boolean complete() {
        return complete || request.isEnded();
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        Handler<Buffer> next = handler == null && keeps() ? nowhere() : handler;
        request.handler(next == null ? null : chunk -> accept(chunk, next));
        return this;
    }

    /** Whether what comes is still to be kept, though nobody takes it: the connection it went to has been closed. */
    private boolean keeps() {
        return copy != null && !complete();
    }

    private static Handler<Buffer> nowhere() {
        return ignored -> {};
    }

    private void accept(Buffer chunk, Handler<Buffer> handler) {
        boolean before = exceeded();
        received += chunk.length();
        if (copy != null) {
            copy = received > KEPT_BYTES ? null : copy.appendBuffer(chunk);
            if (copy == null) {
                whole.tryFail("Too large to be kept");
            }
        }
        if (!exceeded()) {
            handler.handle(chunk);
        } else if (!before) {
            fail();
        } else if (received > limit + PATIENCE_BYTES) {
            request.connection().close();
        }
    }

    private void fail() {
        if (failureHandler != null) {
            failureHandler.handle(new TooLarge());
        }
        request.handler(chunk -> accept(chunk, nowhere()));
        request.resume();
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        failureHandler = handler;
        request.exceptionHandler(failure -> {
            whole.tryFail(failure);
            if (failureHandler != null) {
                failureHandler.handle(failure);
            }
        });
        return this;
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        request.endHandler(handler == null && !keeps() ? null : nothing -> end(handler));
        return this;
    }

    private void end(Handler<Void> handler) {
        complete = true;
        if (copy != null) {
            whole.tryComplete(copy);
        }
        if (handler != null && !exceeded()) {
            handler.handle(null);
        }
    }

    @Override
    public LimitedBody pause() {
        request.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        request.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
