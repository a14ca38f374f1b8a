package org.qualityzones.web;

import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is wanted: {@code @BeanParam} of list operations. */
public final class PageRequest {

    static final int DEFAULT = 50;
    static final int MAX = 200;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int CURSOR_LENGTH = 22;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "Where the page starts: nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9_-]{22}$"))
    String cursor;

    /** For the framework, which fills it from the query. */
    public PageRequest() {}

    /** A request for a page as it comes in the query; each part may be null. */
    public PageRequest(String limit, String cursor) {
        this.limit = limit;
        this.cursor = cursor;
    }

    /** How many items the page holds at most, 1–200; 400 for anything else. */
    public int limit() {
        if (limit == null) {
            return DEFAULT;
        }
        int wanted = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > MAX) {
            throw Problems.invalidParameter("limit", "limit", "limit is a whole number from 1 to " + MAX);
        }
        return wanted;
    }

    /** Id of the last item of the page before, or null for the first page; 400 for a cursor we did not make. */
    public UUID after() {
        if (cursor == null) {
            return null;
        }
        if (cursor.length() != CURSOR_LENGTH) {
            throw badCursor();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException _) {
            throw badCursor();
        }
    }

    static String cursor(UUID id) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Problem badCursor() {
        return Problems.invalidParameter("cursor", "cursor", "cursor is not one that a page of this list gave");
    }
}
