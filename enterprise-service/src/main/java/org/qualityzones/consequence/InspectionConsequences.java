package org.qualityzones.consequence;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.classification.ClassRecorder;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.InspectionJudged;
import org.qualityzones.contracts.InspectionState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.Enterprises;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;

/** Proposes a class when a lot was not accepted in its original inspection; an inspection after rework never counts. */
@ApplicationScoped
public class InspectionConsequences implements EventConsumer {
    private static final String NAME = "inspection-consequences";
    private static final String ORIGINAL = "ORIGINAL";

    private final Inbox inbox;
    private final Enterprises enterprises;
    private final ClassRecorder classes;

    InspectionConsequences(Inbox inbox, Enterprises enterprises, ClassRecorder classes) {
        this.inbox = inbox;
        this.enterprises = enterprises;
        this.classes = classes;
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
        return Topics.INSPECTION;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventTypes.INSPECTION_JUDGED);
    }

    @Override
    public void on(Event event) {
        InspectionState state = event.state(InspectionState.class);
        if (ORIGINAL.equals(state.kind())) {
            List<Boolean> lots = event.change(InspectionJudged.class).originalLots();
            enterprises
                    .byCodeForUpdate(state.producer())
                    .ifPresent(enterprise -> follow(enterprise, "inspection/" + state.id(), lots));
        }
    }

    private void follow(Enterprise enterprise, String cause, List<Boolean> lots) {
        Consequence.of(enterprise.qualityClass(), Consequence.Findings.ofLots(lots))
                .ifPresent(consequence -> classes.propose(enterprise, consequence.because(cause)));
    }
}
