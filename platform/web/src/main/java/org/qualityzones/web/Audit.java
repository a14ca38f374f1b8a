package org.qualityzones.web;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

/** The append-only record of who did what, written in the transaction of the effect. */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
public class Audit {

    private static final String INTO =
            "insert into audit_entry (id, at, actor, client, roles, action, subject, detail, request_id)";

    private final LateWrites writes;
    private final Actor actor;
    private final Ids ids;
    private final Clock clock;

    public Audit(LateWrites writes, Actor actor, Ids ids, Clock clock) {
        this.writes = writes;
        this.actor = actor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes one entry.
     *
     * @param action what was done, kebab case with its aggregate, such as {@code zone.suspend}
     * @param subject key of what it was done to
     * @param detail further words without personal data, or null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subject, String detail) {
        write(action, List.of(new Subject(subject, detail)));
    }

    /**
     * What something was done to.
     *
     * @param key of it
     * @param detail further words without personal data, or null
     */
    public record Subject(String key, String detail) {}

    /** Writes an entry for each, all at once. @param action as above */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, List<Subject> subjects) {
        write(action, subjects);
    }

    private void write(String action, List<Subject> subjects) {
        Actor.Identity who = actor.current();
        Timestamp now = Timestamp.from(clock.instant());
        writes.insert(
                INTO,
                subjects.stream()
                        .map(subject -> new Object[] {
                            ids.next(),
                            now,
                            who.subject(),
                            who.clientId(),
                            who.roles(),
                            action,
                            subject.key(),
                            subject.detail(),
                            RequestIds.current()
                        })
                        .toList());
    }
}
