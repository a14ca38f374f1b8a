package org.qualityzones.gateway;

import io.vertx.core.Future;

/** A resource that the gateway answers itself; read only. */
public interface Page {

    /** Whether the page answers this path. */
    boolean owns(String path);

    /** Whether it may be read without a token. */
    default boolean open() {
        return true;
    }

    /** The answer; a failed future is a 500. */
    Future<PageAnswer> answer(PageRequest request);
}
