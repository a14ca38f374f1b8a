package org.qualityzones.messaging;

/** Kafka headers of a CloudEvent in binary mode. */
public final class CloudEvents {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";

    /** Extension: the aggregate's version. */
    public static final String SEQUENCE = "ce_sequence";

    /** Extension: the request that caused the event. */
    public static final String REQUEST_ID = "ce_requestid";

    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    private CloudEvents() {}

    /** {@code source} attribute of a service's events. */
    public static String sourceOf(String service) {
        return "urn:qualityzones:" + service;
    }
}
