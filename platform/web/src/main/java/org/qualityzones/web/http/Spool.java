package org.qualityzones.web.http;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Digests;

/** Lays a large body down in a temporary file, which goes with the request unless someone takes it over. */
final class Spool {

    private static final int CHUNK = 65_536;

    private final RoutingContext context;

    Spool(RoutingContext context) {
        this.context = context;
    }

    InputStream take(InputStream body, long limit) throws IOException {
        Path file = Files.createTempFile("qz-import-", ".body");
        CurrentRequest request = CurrentRequest.of(context);
        context.addEndHandler(_ -> request.takeSpooled().ifPresent(Spool::delete));
        try (DigestInputStream in = new DigestInputStream(body, Digests.newSha256());
                OutputStream out = Files.newOutputStream(file)) {
            request.keepSpooled(file, new byte[0]);
            copy(in, out, limit);
            request.keepSpooled(file, in.getMessageDigest().digest());
        }
        return Files.newInputStream(file);
    }

    private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            size += read;
            if (size > limit) {
                throw BodyLimits.tooLarge(limit);
            }
            out.write(chunk, 0, read);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("A spooled body cannot be removed", failure);
        }
    }
}
