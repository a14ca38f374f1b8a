package org.qualityzones.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.qualityzones.certificate.CertificateStatus;
import org.qualityzones.certificate.StatusEntries;
import org.qualityzones.signing.Signer;
import org.qualityzones.web.Problems;

/**
 * Status lists as the IETF Token Status List has them: two bits an entry, the first entry in the lowest bits of the first
 * byte, deflated in ZLIB format, signed. A list is signed anew when it changed or its time to live is over.
 */
@ApplicationScoped
class StatusLists {

    private static final int BITS = 2;
    private static final int ENTRIES_PER_BYTE = 8 / BITS;
    private static final int REVOKED = 1;
    private static final int SUSPENDED = 2;

    private final StatusEntries entries;
    private final Signer signer;
    private final StatusListConfig config;
    private final Clock clock;
    private final Map<Integer, Signed> signed = new ConcurrentHashMap<>();

    StatusLists(StatusEntries entries, Signer signer, StatusListConfig config, Clock clock) {
        this.entries = entries;
        this.signer = signer;
        this.config = config;
        this.clock = clock;
    }

    private record Signed(long revision, Instant at, String token) {}

    /** The signed list; 404 where there is none. */
    @Transactional
    String token(int list) {
        long revision = entries.revision(list).orElseThrow(() -> Problems.notFound("status list", list));
        Instant now = clock.instant();
        Signed kept = signed.get(list);
        if (kept == null
                || kept.revision() != revision
                || !now.isBefore(kept.at().plus(config.ttl()))) {
            kept = new Signed(revision, now, sign(list, now));
            signed.put(list, kept);
        }
        return kept.token();
    }

    private String sign(int list, Instant now) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("bits", BITS);
        content.put("lst", Base64.getUrlEncoder().withoutPadding().encodeToString(deflated(bytes(list))));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", signer.publicBase());
        claims.put("sub", signer.publicBase() + "/public/v1/status-lists/" + list);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(config.lifetime()).getEpochSecond());
        claims.put("ttl", config.ttl().toSeconds());
        claims.put("status_list", content);
        return signer.sign("statuslist+jwt", claims).token();
    }

    private byte[] bytes(int list) {
        byte[] bytes = new byte[StatusEntries.LIST_SIZE / ENTRIES_PER_BYTE];
        entries.notValid(list).forEach((index, status) -> {
            int code = status == CertificateStatus.REVOKED ? REVOKED : SUSPENDED;
            bytes[index / ENTRIES_PER_BYTE] |= (byte) (code << index % ENTRIES_PER_BYTE * BITS);
        });
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be deflated", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
