package org.qualityzones.consequence;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.classification.ClassRecorder;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.InvestigationState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.credit.CreditCategory;
import org.qualityzones.credit.CreditRecorder;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.Enterprises;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;

/**
 * Proposes a class when an investigation is concluded against the enterprise. A finding of capability also goes on the
 * credit file; a malicious violation does so only with the final decision of its penalty case, and a foreign ground never.
 */
@ApplicationScoped
public class InvestigationConsequences implements EventConsumer {
    private static final String NAME = "investigation-consequences";

    private final Inbox inbox;
    private final Enterprises enterprises;
    private final ClassRecorder classes;
    private final CreditRecorder credit;

    InvestigationConsequences(Inbox inbox, Enterprises enterprises, ClassRecorder classes, CreditRecorder credit) {
        this.inbox = inbox;
        this.enterprises = enterprises;
        this.classes = classes;
        this.credit = credit;
    }

    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Mode mode() {
        return Mode.ACTING;
    }

    @Override
    public String topic() {
        return Topics.INVESTIGATION;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventTypes.INVESTIGATION_CONCLUDED);
    }

    @Override
    public void on(Event event) {
        InvestigationState state = event.state(InvestigationState.class);
        if (state.uscc() != null && state.attribution() != null) {
            enterprises.byCodeForUpdate(state.uscc()).ifPresent(enterprise -> follow(enterprise, state));
        }
    }

    private void follow(Enterprise enterprise, InvestigationState state) {
        String cause = "investigation/" + state.id();
        Consequence.Findings findings = Consequence.Findings.ofAttribution(state.attribution());
        Consequence.of(enterprise.qualityClass(), findings)
                .ifPresent(consequence -> classes.propose(enterprise, consequence.because(cause)));
        if (Consequence.Findings.CAPABILITY.equals(state.attribution())) {
            credit.enterIncident(enterprise, CreditCategory.PRODUCT_QUALITY, Consequence.MAJOR_CLAIM.reason(), cause);
        }
    }
}
