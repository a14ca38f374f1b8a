package org.qualityzones.system.suite;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** A TCP proxy on loopback between two processes, which can hold up, delay, cut or flap what passes. */
public final class FaultProxy implements AutoCloseable {

    private static final Duration DELAY = Duration.ofMillis(400);
    private static final Duration FLAP = Duration.ofSeconds(2);
    private static final Duration PACE = Duration.ofMillis(20);
    private static final int BUFFER = 8192;

    /** 64 kbit/s: the buffer in a second. */
    private static final long SLOW_NANOS_PER_BYTE = 1_000_000_000L / BUFFER;

    private final ServerSocket server;
    private final IntSupplier target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    private FaultProxy(ServerSocket server, IntSupplier target) {
        this.server = server;
        this.target = target;
        threads.execute(this::accept);
    }

    /** What happens to the bytes. */
    public enum Fault {
        NONE,
        /** Connections stay open and nothing passes, until the fault ends. */
        BLACKHOLE,
        /** Requests pass, answers do not. */
        ONE_WAY,
        /** Every connection is reset. */
        RESET,
        /** Every piece is late by 400 ms. */
        DELAY,
        /** 64 kbit/s. */
        SLOW,
        /** Two seconds of holding up, two seconds of passing. */
        FLAPPING
    }

    /** A proxy on any free port. */
    public static FaultProxy to(int target) {
        return on(0, target);
    }

    /** A proxy that asks for the target of each connection: one of several instances. */
    public static FaultProxy over(IntSupplier target) {
        return on(0, target);
    }

    public static FaultProxy on(int port, int target) {
        return on(port, () -> target);
    }

    private static FaultProxy on(int port, IntSupplier target) {
        try {
            return new FaultProxy(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public void begin(Fault next) {
        fault = next;
        if (next == Fault.RESET) {
            open.forEach(FaultProxy::reset);
        }
    }

    public void heal() {
        fault = Fault.NONE;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        quietly(server);
        open.forEach(FaultProxy::quietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                open.add(caller);
                if (fault == Fault.RESET) {
                    reset(caller);
                } else {
                    threads.execute(() -> connect(caller));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        Socket called = new Socket();
        open.add(called);
        try {
            called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()));
            threads.execute(() -> pump(caller, called, false));
            pump(called, caller, true);
        } catch (IOException refused) {
            quietly(caller);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hold(answers, read);
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException cut) {
            // the other side hears of it by the end of its own connection
        } finally {
            quietly(from);
            quietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void hold(boolean answer, int bytes) throws IOException {
        if (fault == Fault.DELAY) {
            LockSupport.parkNanos(DELAY.toNanos());
        }
        if (fault == Fault.SLOW) {
            LockSupport.parkNanos(bytes * SLOW_NANOS_PER_BYTE);
        }
        while (isHeld(answer) && !server.isClosed()) {
            LockSupport.parkNanos(PACE.toNanos());
        }
        if (fault == Fault.RESET) {
            throw new IOException("reset");
        }
    }

    private boolean isHeld(boolean answer) {
        return switch (fault) {
            case NONE, RESET, DELAY, SLOW -> false;
            case BLACKHOLE -> true;
            case ONE_WAY -> answer;
            case FLAPPING -> System.nanoTime() / FLAP.toNanos() % 2 == 0;
        };
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            return;
        }
        quietly(socket);
    }

    private static void quietly(Closeable one) {
        try {
            one.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
