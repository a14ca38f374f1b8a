package org.qualityzones.local.client;

/** Hears of every call made through the gateway. */
@FunctionalInterface
public interface CallLog {

    CallLog NONE = (role, method, path, status) -> {};

    /**
     * A call was answered.
     *
     * @param role demo client that called, empty for a public call
     * @param path with its query, without the gateway's address
     */
    void called(String role, String method, String path, int status);
}
