package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Freshness;

/** Which groups of facts about a line cannot be relied on now. */
@ApplicationScoped
class Staleness {

    private final Freshness freshness;

    Staleness(Freshness freshness) {
        this.freshness = freshness;
    }

    /** What was learned by a past instant is all that counts then; whether a copy lagged behind is told by records alone. */
    List<String> of(DeclaredLine declared, Moment moment) {
        return moment.current() ? of(declared) : List.of();
    }

    private List<String> of(DeclaredLine declared) {
        List<String> stale = new ArrayList<>();
        if (freshness.isStale(Topics.ENTERPRISE, declared.producer())) {
            stale.add("producer");
        }
        if (freshness.isStale(Topics.ENTERPRISE, declared.consignor())) {
            stale.add("consignor");
        }
        if (freshness.isStale(Topics.ZONE) || freshness.isStale(Topics.MEMBERSHIP)) {
            stale.add("zones");
        }
        if (freshness.isStale(Topics.RISK_WARNING)) {
            stale.add("warnings");
        }
        return stale;
    }
}
