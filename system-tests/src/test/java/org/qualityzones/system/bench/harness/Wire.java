package org.qualityzones.system.bench.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One HTTP/1.1 keep-alive connection with as little work for the client as can be: the driver shares two cores with what
 * it measures, and {@code java.net.http} would take a fifth of them.
 */
public final class Wire implements Closeable {

    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final int BUFFER = 16_384;

    private final URI base;
    private final byte[] piece = new byte[BUFFER];
    private Socket socket;
    private InputStream in;

    public Wire(URI base) {
        this.base = base;
    }

    /**
     * What was answered.
     *
     * @param status 0 for no answer
     * @param retryAfter whether the answer says when to come again
     */
    public record Reply(int status, boolean retryAfter) {

        static final Reply NONE = new Reply(0, false);

        public boolean good() {
            return status / 100 == 2;
        }
    }

    /**
     * The bytes of a request.
     *
     * @param token access token, null for none
     * @param headers further header lines, each with its CRLF
     * @param body JSON, empty for none
     */
    public static byte[] request(URI base, String method, String path, String token, String headers, byte[] body) {
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(base.getAuthority())
                .append("\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        head.append(headers);
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** Sends a request and reads its answer to the end. Connects when it has to. */
    public Reply exchange(byte[] request) throws IOException {
        return exchange(request, OutputStream.nullOutputStream());
    }

    /** The same. @param body what the answer's body is written to */
    public Reply exchange(byte[] request, OutputStream body) throws IOException {
        if (socket == null) {
            connect();
        }
        try {
            socket.getOutputStream().write(request);
            return readAnswer(body);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private void connect() throws IOException {
        InetAddress address = InetAddress.getByName(base.getHost());
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException("Not an address of this machine: " + base);
        }
        socket = new Socket(address, base.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private Reply readAnswer(OutputStream body) throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        boolean retryAfter = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            } else if (lower.startsWith("retry-after:")) {
                retryAfter = true;
            }
        }
        if (chunked) {
            readChunks(body);
        } else {
            read(length, body);
        }
        if (last) {
            close();
        }
        return new Reply(status, retryAfter);
    }

    private void readChunks(OutputStream body) throws IOException {
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            read(size, body);
            line();
            if (size == 0) {
                return;
            }
        }
    }

    private void read(long length, OutputStream body) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(piece, 0, Math.toIntExact(Math.min(left, piece.length)));
            if (read < 0) {
                throw new EOFException("The connection ended within a body");
            }
            body.write(piece, 0, read);
            left -= read;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ended within an answer");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
