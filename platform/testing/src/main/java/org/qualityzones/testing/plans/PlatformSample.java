package org.qualityzones.testing.plans;

import java.util.Map;
import org.qualityzones.testing.Database;

/** A sample of what the platform keeps in the database of each service: events out and in, keys, audit, jobs, letters. */
public final class PlatformSample {

    /** Id of the job and of the parked letter in the middle. */
    public static final String ID = "01900000-0000-7000-8000-0000000003e8";

    private static final String[] ROWS = {
        """
        insert into outbox (id, topic, key, version, type, data, recorded_at, sent_at)
        select uuidv7(), 'qz.sample', 'k' || n / 4, 1 + n % 4, 'sample', '', now() - n * interval '1 minute',
            now() - n * interval '1 minute' from generate_series(0, 1999) n""",
        "insert into inbox select 'sample', 'e' || n, now() - n * interval '1 minute' from generate_series(1, 2000) n",
        "insert into applied_version select 'sample', 'qz.sample', 'k' || n, 1 from generate_series(1, 2000) n",
        """
        insert into parked_letter (id, consumer, topic, partition, kafka_offset, key, headers, payload, reason_code,
            reason, state, attempts, parked_at, last_attempt_at, closed_at, copied_at)
        select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'sample', 'qz.sample', 0, n, 'k' || n,
            '{}', '', 'unreadable', 'r', case when n % 100 = 0 then 'PARKED' else 'REDRIVEN' end, 1, now(), now(),
            now(), now() from generate_series(1, 2000) n""",
        """
        insert into state_version (kind, key, version, valid_from, recorded_at, learned_at, state)
        select 'qz.sample', 'k' || n / 4, 1 + n % 4, at, at, at, '{}'
        from generate_series(0, 1999) n, lateral (select now() - n * interval '1 minute' as at)""",
        """
        insert into idempotency (scope, fingerprint, status, created_at)
        select sha256(n::text::bytea), '', 201, now() - n * interval '1 minute' from generate_series(1, 2000) n""",
        """
        insert into audit_entry select uuidv7(), now(), 'a', 'c', 'r', 'x', 's' || n / 4, null, 'q'
        from generate_series(1, 2000) n""",
        """
        insert into job (id, kind, state, done, total, owner, started_at, finished_at, touched_at)
        select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'sample', 'SUCCEEDED', 1, 1, 'o',
            now(), now(), now() from generate_series(1, 2000) n""",
        """
        insert into job_row select j.id, r, 'CREATED', 'x', null from job j, generate_series(1, 2) r
        on conflict do nothing"""
    };

    private PlatformSample() {}

    /** Fills the tables. @return how many rows each of them is to be taken for */
    public static Map<String, Long> fill() {
        for (String rows : ROWS) {
            Database.execute(rows);
        }
        return Map.of(
                "outbox", 1_000_000L,
                "inbox", 1_000_000L,
                "applied_version", 100_000L,
                "parked_letter", 100_000L,
                "state_version", 1_000_000L,
                "idempotency", 1_000_000L,
                "audit_entry", 1_000_000L,
                "job", 100_000L,
                "job_row", 1_000_000L);
    }
}
