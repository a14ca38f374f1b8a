package org.qualityzones.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Provider;
import java.util.TreeSet;

/** Who acts: whoever work was started for, else the caller of the request in work, else the service itself. */
@ApplicationScoped
public class Actor {

    private static final ScopedValue<Identity> ACTING = ScopedValue.newInstance();

    private static final Identity SYSTEM = new Identity("system", "system", "");

    private final Provider<Caller> caller;
    private final CurrentVertxRequest request;

    public Actor(Provider<Caller> caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /** Runs work that goes on after its request, in the name of whoever started it. */
    public static void run(Identity identity, Runnable work) {
        ScopedValue.where(ACTING, identity).run(work);
    }

    public Identity current() {
        if (ACTING.isBound()) {
            return ACTING.get();
        }
        if (!isRequest()) {
            return SYSTEM;
        }
        Caller who = caller.get();
        return new Identity(who.subject(), who.clientId(), String.join(" ", new TreeSet<>(who.roles())));
    }

    private boolean isRequest() {
        try {
            return request.getCurrent() != null;
        } catch (ContextNotActiveException _) {
            return false;
        }
    }

    /** As the audit records it; roles separated by spaces. */
    public record Identity(String subject, String clientId, String roles) {}
}
