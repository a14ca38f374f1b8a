package org.qualityzones.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.messaging.StateVersions;

/** Records a change of an enterprise in the surrounding transaction: one more version, its history and its event. */
@ApplicationScoped
public class EnterpriseRecorder {
    /** Kind of an enterprise's versions in the history. */
    static final String KIND = "enterprise";

    private final StateVersions versions;
    private final Outbox outbox;
    private final CivilDays days;

    public EnterpriseRecorder(StateVersions versions, Outbox outbox, CivilDays days) {
        this.versions = versions;
        this.outbox = outbox;
        this.days = days;
    }

    /** Records a change in force from now. */
    public void record(Enterprise enterprise, String type, Object change) {
        record(enterprise, type, days.now(), change);
    }

    /** Records a change in force from an instant, never before the change it follows. */
    public void record(Enterprise enterprise, String type, Instant validFrom, Object change) {
        Instant now = days.now();
        enterprise.raise(validFrom, now);
        EnterpriseState state = EnterpriseStates.of(enterprise);
        versions.append(KIND, enterprise.uscc(), enterprise.version(), enterprise.validFrom(), now, state);
        outbox.append(new EventDraft(
                Topics.ENTERPRISE,
                enterprise.uscc(),
                type,
                enterprise.version(),
                enterprise.validFrom(),
                now,
                change,
                state));
    }
}
