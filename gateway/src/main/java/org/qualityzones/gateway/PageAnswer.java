package org.qualityzones.gateway;

import io.vertx.core.buffer.Buffer;

/** What a page of the gateway answers. */
public sealed interface PageAnswer permits PageAnswer.Content, PageAnswer.Redirect, PageAnswer.Relayed, Refusal {

    /** A body with status 200. */
    record Content(String mediaType, Buffer body) implements PageAnswer {

        /** A text in UTF-8. */
        public static Content of(String mediaType, String text) {
            return new Content(mediaType, Buffer.buffer(text));
        }
    }

    /** What a service answered to a question of the gateway, passed on. */
    record Relayed(int status, String mediaType, Buffer body) implements PageAnswer {}

    /** 303 to another page. */
    record Redirect(String location) implements PageAnswer {}
}
