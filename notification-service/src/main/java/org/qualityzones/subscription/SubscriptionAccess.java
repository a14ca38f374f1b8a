package org.qualityzones.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Row rules of subscriptions: what may not be seen is not there, what may only be read is not changed. */
@ApplicationScoped
public class SubscriptionAccess {

    private final Subscriptions subscriptions;
    private final Caller caller;

    SubscriptionAccess(Subscriptions subscriptions, Caller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    /** A subscription the caller may read; 404 otherwise. */
    public Subscription readable(UUID id) {
        return subscriptions
                .present(id)
                .filter(subscription -> subscription.ownership().isReadBy(caller))
                .orElseThrow(() -> Problems.notFound("subscription", id));
    }

    /** A subscription the caller may change; 404 when it may not be read, else 403. */
    public Subscription manageable(UUID id) {
        Subscription subscription = readable(id);
        if (!subscription.ownership().isManagedBy(caller)) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "The subscription belongs to someone else");
        }
        return subscription;
    }

    /** The caller as an owner whose rows the filter does not leave; 403 otherwise. */
    Ownership ownerOf(SubscriptionFilter filter) {
        Ownership owner = Ownership.of(caller);
        switch (owner.role()) {
            case Roles.ENTERPRISE -> requireWithin("/filter/uscc", filter.uscc(), owner.usccs());
            case Roles.BUREAU, Roles.LOCAL_GOVERNMENT -> requireWithin("/filter/areas", filter.areas(), owner.areas());
            default -> {}
        }
        return owner;
    }

    private static void requireWithin(String pointer, List<String> wanted, List<String> rows) {
        for (int i = 0; i < wanted.size(); i++) {
            if (rows.stream().noneMatch(wanted.get(i)::startsWith)) {
                throw Problems.notYourRow(pointer + "/" + i, "The caller's rows do not hold " + wanted.get(i));
            }
        }
    }
}
