package org.qualityzones.gateway;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Speaks HTTP byte by byte, so that a test may say what no decent client would. */
final class Client {

    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;

    Client(int port) {
        this.port = port;
    }

    record Answer(int status, List<String> headerLines, byte[] body) {

        Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        List<String> headers(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headerLines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .toList();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonObject json() {
            return new JsonObject(text());
        }
    }

    Answer get(String target, String... headers) {
        return send("GET", target, new byte[0], headers);
    }

    /** A request with Host and, when there is a body and nothing else is said about it, its length. */
    Answer send(String method, String target, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        boolean framed =
                Arrays.stream(headers).anyMatch(header -> header.matches("(?i)(content-length|transfer-encoding):.*"));
        if (body.length > 0 && !framed) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return raw(concat((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1), body), method.equals("HEAD"));
    }

    Answer send(String method, String target, String body, String... headers) {
        return send(method, target, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer raw(String message) {
        return raw(message.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    private Answer raw(byte[] message, boolean bodiless) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(message);
            socket.getOutputStream().flush();
            return read(socket.getInputStream(), bodiless);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Answer read(InputStream in, boolean bodiless) throws IOException {
        List<String> head;
        int status;
        do {
            head = head(in);
            status = Integer.parseInt(head.getFirst().split(" ")[1]);
        } while (status == 100);
        Answer bare = new Answer(status, head.subList(1, head.size()), new byte[0]);
        if (bodiless || status == 204 || status == 304) {
            return bare;
        }
        boolean chunked = bare.header("Transfer-Encoding").isPresent();
        byte[] body = chunked
                ? chunks(in)
                : in.readNBytes(
                        bare.header("Content-Length").map(Integer::parseInt).orElse(0));
        return new Answer(status, bare.headerLines(), body);
    }

    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended after: " + bytes.toString(StandardCharsets.ISO_8859_1));
            }
            bytes.write(next);
        }
        return List.of(bytes.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n"));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(length));
            line(in);
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection ended within a chunk");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    static byte[] chunked(byte[] content, int chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < content.length; from += chunk) {
            int length = Math.min(chunk, content.length - from);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(content, from, length);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
