package org.qualityzones.system.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands in for a service or a subscriber that fails, and counts what reaches it. */
public final class Stub implements AutoCloseable {

    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger reached = new AtomicInteger();
    private volatile Failing failing = Failing.ALWAYS;

    private Stub(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** How it fails. */
    public enum Failing {
        /** 503 to all. */
        ALWAYS,
        /** 503 to every second one. */
        HALF,
        /** 200 after two seconds. */
        SLOW,
        /** The connection is closed without an answer. */
        CUT
    }

    /** On any free port. */
    public static Stub listen() {
        try {
            return new Stub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a port that webhooks may go to. */
    public static Stub subscriber() {
        for (int port = Receiver.FIRST_PORT; port <= Receiver.LAST_PORT; port++) {
            try {
                return new Stub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
            } catch (BindException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("Every port for webhooks is taken");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Fails so from here on, and counts from 0. */
    public void fail(Failing next) {
        failing = next;
        reached.set(0);
    }

    /** Requests since it began to fail so. */
    public int reached() {
        return reached.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = reached.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            switch (failing) {
                case ALWAYS -> exchange.sendResponseHeaders(503, -1);
                case HALF -> exchange.sendResponseHeaders(number % 2 == 0 ? 200 : 503, -1);
                case SLOW -> {
                    LockSupport.parkNanos(SLOWNESS.toNanos());
                    exchange.sendResponseHeaders(200, -1);
                }
                case CUT -> {
                    // closed by leaving
                }
            }
        }
    }
}
