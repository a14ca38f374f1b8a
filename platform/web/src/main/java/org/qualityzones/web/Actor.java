package org.qualityzones.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Provider;
import java.util.TreeSet;

/** Who acts: the caller of the request in work, or the service itself outside of one. */
@ApplicationScoped
class Actor {

    private static final Identity SYSTEM = new Identity("system", "system", "");

    private final Provider<Caller> caller;
    private final CurrentVertxRequest request;

    Actor(Provider<Caller> caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    Identity current() {
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

    record Identity(String subject, String clientId, String roles) {}
}
