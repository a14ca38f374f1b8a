package org.qualityzones.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.LocalizedText;
import org.qualityzones.contracts.RuleSetDrafted;
import org.qualityzones.contracts.RuleSetState;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.ruleset.RuleSet;

/** Tells what became of rule sets. */
@ApplicationScoped
class RuleSetEvents {

    private final Outbox outbox;

    RuleSetEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void drafted(RuleSetRow row, RuleSet read, Instant now) {
        append(
                row,
                read,
                EventTypes.RULE_SET_DRAFTED,
                now,
                now,
                new RuleSetDrafted(row.digest(), read.rules().size()));
    }

    void changed(RuleSetRow row, RuleSet read, String action, RuleSetStatus from, String reason, Instant now) {
        Instant validFrom =
                row.retiredFrom() != null ? row.retiredFrom() : row.effectiveFrom() != null ? row.effectiveFrom() : now;
        append(
                row,
                read,
                EventTypes.RULE_SET_STATUS_CHANGED,
                validFrom,
                now,
                new StatusChanged(action, from.name(), row.status().name(), reason));
    }

    private void append(RuleSetRow row, RuleSet read, String type, Instant validFrom, Instant now, Object change) {
        RuleSetState state = new RuleSetState(
                row.version(),
                new LocalizedText(read.title().zh(), read.title().en()),
                row.digest(),
                row.status().name(),
                row.effectiveFrom(),
                row.retiredFrom(),
                row.revision());
        outbox.append(
                new EventDraft(Topics.RULE_SET, row.version(), type, row.revision(), validFrom, now, change, state));
    }
}
