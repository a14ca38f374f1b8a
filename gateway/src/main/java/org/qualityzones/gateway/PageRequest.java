package org.qualityzones.gateway;

import java.util.Optional;

/**
 * What a page may know about its reader.
 *
 * @param path without query
 * @param language preferred one
 * @param wantsHtml whether the reader prefers HTML to JSON
 * @param authorization the verified {@code Authorization} header of a page that needs a token
 * @param requestId of this request
 */
public record PageRequest(
        String path, Language language, boolean wantsHtml, Optional<String> authorization, String requestId) {}
