package org.qualityzones.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The request id: header {@code X-Request-Id}, in every log line, problem, event and audit row. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    /** Key in the log context (MDC). */
    public static final String KEY = "requestId";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The id in force on this thread of work; outside a request or event a new one is made and kept. */
    public static String current() {
        if (MDC.get(KEY) instanceof String id) {
            return id;
        }
        String made = UUID.randomUUID().toString();
        MDC.put(KEY, made);
        return made;
    }

    /** The offered id when it has the allowed form, else a new one. */
    public static String accept(String offered) {
        return offered != null && FORM.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    /** Sets the id for what follows on this thread of work. */
    public static void enter(String id) {
        MDC.put(KEY, id);
    }
}
