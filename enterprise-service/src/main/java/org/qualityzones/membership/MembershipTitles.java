package org.qualityzones.membership;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.FieldsChanged;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.EnterpriseRecorder;
import org.qualityzones.enterprise.Enterprises;
import org.qualityzones.enterprise.Title;
import org.qualityzones.enterprise.ZoneMembership;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;

/** Keeps the copies of memberships, and with them the titles of the enterprises on the register. */
@ApplicationScoped
public class MembershipTitles implements EventConsumer {
    private static final String NAME = "membership-titles";
    private static final String ACTIVE = "ACTIVE";

    private final Inbox inbox;
    private final EntityManager entities;
    private final Enterprises enterprises;
    private final EnterpriseRecorder recorder;

    MembershipTitles(Inbox inbox, EntityManager entities, Enterprises enterprises, EnterpriseRecorder recorder) {
        this.inbox = inbox;
        this.entities = entities;
        this.enterprises = enterprises;
        this.recorder = recorder;
    }

    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Mode mode() {
        return Mode.FACTS;
    }

    @Override
    public String topic() {
        return Topics.MEMBERSHIP;
    }

    @Override
    public void on(Event event) {
        MembershipState state = event.state(MembershipState.class);
        enterprises.serialize(state.uscc());
        if (learn(state, event.version())) {
            enterprises.byCodeForUpdate(state.uscc()).ifPresent(this::entitle);
        }
    }

    private boolean learn(MembershipState state, long version) {
        ZoneMembership.Key key = new ZoneMembership.Key(state.zone(), state.uscc());
        ZoneMembership copy = entities.find(ZoneMembership.class, key, LockModeType.PESSIMISTIC_WRITE);
        boolean isNew = copy == null;
        ZoneMembership known = isNew ? new ZoneMembership(state.zone(), state.uscc()) : copy;
        boolean learned = known.learn(version, ACTIVE.equals(state.status()), titles(state));
        if (isNew) {
            entities.persist(known);
        }
        entities.flush();
        return learned;
    }

    private void entitle(Enterprise enterprise) {
        if (enterprise.entitle(enterprises.titlesOf(enterprise.uscc()))) {
            recorder.record(enterprise, EventTypes.ENTERPRISE_AMENDED, new FieldsChanged(List.of("titles")));
        }
    }

    private static List<Title> titles(MembershipState state) {
        if (state.titles() == null) {
            return List.of();
        }
        return state.titles().stream()
                .map(title -> new Title(title.kind(), state.zone(), title.from(), title.until()))
                .toList();
    }
}
