package org.qualityzones.messaging;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** A transaction of its own, within a request context so that handlers may use request-scoped beans. */
@ApplicationScoped
public class UnitOfWork {

    public <T> T call(Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        if (request.isActive()) {
            return QuarkusTransaction.requiringNew().call(work::get);
        }
        request.activate();
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            request.terminate();
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
