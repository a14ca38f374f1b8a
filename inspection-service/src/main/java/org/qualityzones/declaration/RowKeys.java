package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.qualityzones.web.CanonicalJson;
import org.qualityzones.web.Digests;

/**
 * Tells the rows of one file by what they say: equal rows by which of them it is, so that a file twice is known again. Not
 * for concurrent use.
 */
final class RowKeys {

    private final Map<ByteBuffer, Integer> seen = new HashMap<>();
    private final MessageDigest digest = Digests.newSha256();

    /** 32 bytes: of the row's RFC 8785 form, and of how many equal rows came before it. */
    byte[] of(JsonNode row) {
        byte[] content = digest.digest(CanonicalJson.bytes(row));
        int before = seen.merge(ByteBuffer.wrap(content), 1, Integer::sum) - 1;
        if (before == 0) {
            return content;
        }
        digest.update(content);
        return digest.digest(ByteBuffer.allocate(Integer.BYTES).putInt(before).array());
    }
}
