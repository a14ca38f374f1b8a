package org.qualityzones.plans;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.testing.plans.PlanCheck;
import org.qualityzones.testing.plans.PlatformSample;
import org.qualityzones.testing.plans.Reads;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Overrides;
import org.qualityzones.trial.Work;

/** Every statement, deciding included, keeps a bounded plan over a million declarations and the facts of 100,000 enterprises. */
@QuarkusTest
@WithServers(value = "inspection", plans = true)
class QueryPlansTest {
    private static final int SAMPLE = 3000;
    private static final UUID MIDDLE = UUID.fromString("01900000-0000-7000-8000-0000000005dc");
    /** The id that {@link #ID} makes last. */
    private static final String LAST = "01900000-0000-7000-8000-000000000bb8";

    private static final String ID = "'01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0')";
    private static final Map<String, Long> ROWS = Map.ofEntries(
            Map.entry("declaration", 1_000_000L),
            Map.entry("declaration_line", 2_000_000L),
            Map.entry("declaration_scope", 12_000_000L),
            Map.entry("decision", 3_000_000L),
            Map.entry("inspection", 500_000L),
            Map.entry("corrective_action", 100_000L),
            Map.entry("work_scope", 4_000_000L),
            Map.entry("lot_draw", 2_000_000L),
            Map.entry("sampling_state", 200_000L),
            Map.entry("membership_copy", 10_000L),
            Map.entry("risk_warning_copy", 20_000L),
            Map.entry("reference_row", 100_000L),
            Map.entry("campaign", 10_000L),
            Map.entry("exemption_application", 20_000L),
            Map.entry("certificate", 20_000L),
            Map.entry("certificate_prefix", 60_000L),
            Map.entry("certificate_report", 60_000L),
            Map.entry("export_value_day", 5_000_000L),
            Map.entry("export_value_version", 5_000_000L),
            Map.entry("alert_copy", 1_000_000L),
            Map.entry("fact_change", 100_000L),
            Map.entry("campaign_prefix", 30_000L),
            Map.entry("lint_report", 10_000L),
            Map.entry("impact_report", 10_000L),
            Map.entry("impact_change", 1_000_000L),
            Map.entry("shadow_run", 10_000L),
            Map.entry("rule_use", 10_000L),
            Map.entry("instrument_use", 10_000L));

    private String declaration;
    private String certificate;
    private String overridden;
    private String override;
    private PlanCheck check;

    @BeforeEach
    void fill() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(7);
        Known.allIsCurrent();
        declaration = Work.rejectedLot("L-1");
        certificate = Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9503"));
        overridden = Overrides.decision(Work.file(Filing.by(Codes.NINGHAI)));
        override =
                Overrides.propose(overridden, "HOLD").statusCode(201).extract().path("id");
        fillDeclarations();
        fillWork();
        fillExemptions();
        fillFacts();
        fillRuleSets();
        Map<String, Long> rows = new HashMap<>(ROWS);
        rows.putAll(PlatformSample.fill());
        check = PlanCheck.over(rows).allowing(15_000);
    }

    @AfterEach
    void empty() {
        Database.truncate("daily_seed");
    }

    @Test
    void shouldReadBoundedPartsOfLargeTables() {
        String now = Instant.now().toString();
        Map<String, String> samples = new HashMap<>();
        samples.put("consignor", Codes.NINGHAI);
        samples.put("producer", Codes.NINGHAI);
        samples.put("outcome", "HOLD");
        samples.put("hs", "9608");
        samples.put("reference", "EXP-7");
        samples.put("from", "2026-11-20T00:00:00Z");
        samples.put("to", "2026-11-30T00:00:00Z");
        samples.put("assignee", "inspector-7");
        samples.put("declaration", declaration);
        samples.put("due", "2026-11-01");
        samples.put("/api/v1/inspections status", "ASSIGNED");
        samples.put("/api/v1/corrective-actions status", "SUBMITTED");
        samples.put("hsCode", "9608100000");
        samples.put("instrument", "AQSIQ Order 113");
        samples.put("date", "2026-11-20");
        samples.put("area", "330226");
        samples.put("table", "exchange-rates");
        samples.put("key", "USD");
        samples.put("version", "2026.1");
        samples.put("lotSize", "500");
        samples.put("level", "II");
        samples.put("aql", "2.5");
        samples.put("severity", "NORMAL");
        samples.put("/api/v1/sampling-states hs", "9608");
        samples.put("uscc", Codes.NINGHAI);
        samples.put("cursor", Reads.cursor(MIDDLE));
        samples.put("asOf", "2026-11-21T00:00:00Z");
        samples.put("knownAt", "2026-11-21T00:00:00Z");
        samples.put("hsHeading", "9608");
        samples.put("number", certificate);
        samples.put("year", "2025");
        for (String path : List.of("/api/v1/certificates/{number}", "/public/v1/certificates/{number}")) {
            samples.put(path + " asOf", now);
            samples.put(path + " knownAt", now);
        }
        samples.put("/api/v1/certificates status", "SUSPENDED");
        samples.put("/api/v1/exemption-applications status", "EXPERT_REVIEW");
        samples.put("/public/v1/status-lists/{id} id", "1");
        samples.put("/public/v1/schemas/{name} name", "rule-set");
        samples.put("consumer", "sample");
        samples.put("state", "PARKED");
        samples.put("name", "declaration");
        samples.put("id", PlatformSample.ID);
        samples.put("/api/v1/catalogue/{hsCode}", "kept in memory; no entry is imported here");
        samples.put("/api/v1/draws/{date}", "one row by its day, which is not there yet");
        samples.put("/api/v1/campaigns/{id} id", Database.text("select max(id::text) from campaign"));
        samples.put("/api/v1/corrective-actions/{id} id", Work.correctiveAction());
        samples.put("/api/v1/declarations/{id} id", declaration);
        samples.put("/api/v1/rule-sets/{version}/shadow-runs/{id} id", LAST);
        samples.put("/api/v1/rule-sets/{version}/impact-reports/{id} id", LAST);
        samples.put("/api/v1/rule-sets/{version}/impact-reports/{id}/changes id", LAST);
        samples.put("/api/v1/inspections/{id} id", Work.inspectionOf(declaration));
        String decision = Work.declaration(declaration).extract().path("lines[0].decision.id");
        samples.put(
                "/api/v1/exemption-applications/{id} id",
                Database.text("select id from exemption_application limit 1"));
        samples.put("/api/v1/decisions/{id} id", decision);
        samples.put("/api/v1/decisions/{id}/facts id", decision);
        samples.put("/api/v1/decisions/{id}/record id", decision);
        samples.put("/api/v1/decisions/{id}/overrides id", overridden);
        samples.put("/api/v1/decisions/{id}/overrides/{overrideId} id", overridden);
        samples.put("/api/v1/decisions/{id}/overrides/{overrideId} overrideId", override);
        Reads.all(
                check,
                Map.of(
                        "authority", Callers.of("authority"),
                        "bureau of ten areas", Callers.bureauB(),
                        "bureau", Callers.bureau(),
                        "enterprise", Callers.enterprise(Codes.NINGHAI),
                        "agent", Callers.filingAgent(Codes.AGENT),
                        "operator", Callers.of("operator")),
                samples);
        check.assertBounded();
    }

    @Test
    void shouldDecideAndWriteWithBoundedPlans() {
        check.during(
                "declaration decided", () -> Work.file(Filing.by(Codes.NINGHAI).put("reference", "EXP-PLAN")));
        check.during("lot inspected and not accepted", () -> Work.rejectedLot("L-2"));
        check.during("replay", () -> Api.as(Callers.of("auditor"))
                .post("/api/v1/decisions/"
                        + Work.declaration(declaration).extract().path("lines[0].decision.id") + "/replays")
                .then()
                .statusCode(200));
        Database.execute("update fact_change set not_before = now() where id % 4 = 0");
        check.during("changes of facts followed up", () -> {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Database.number("select count(*) from fact_change where id % 4 = 0"), is(0L));
            return null;
        });
        String now = Instant.now().toString();
        check.during("evaluation of a moment", () -> Api.post(
                        Callers.of("auditor"),
                        "/api/v1/decisions/evaluations",
                        Map.of("declaration", Filing.by(Codes.NINGHAI), "asOf", now, "knownAt", now))
                .statusCode(200));
        check.assertBounded();
    }

    private static void fillDeclarations() {
        Database.multiply("decision", SAMPLE, "'id', " + ID + ", 'decided_at', now()");
        Database.multiply(
                "declaration",
                SAMPLE,
                "'id', " + ID + ", 'declaration_no', 'X' || n, 'reference', 'EXP-' || n, 'consignor', 'U' || n,"
                        + " 'declared_at', now() - n * interval '1 hour', 'outcome',"
                        + " case when n % 200 = 0 then 'HOLD' when n % 9 = 0 then 'SAMPLE' else 'RELEASE' end");
        Database.multiply(
                "declaration_line",
                SAMPLE,
                "'declaration_id', " + ID + ", 'decision_id', " + ID
                        + ", 'producer', 'U' || n, 'clearance_number', 'C' || n");
        Database.execute("""
                insert into declaration_scope
                select key, id from (select id, row_number() over (order by id) as n from declaration) d, lateral
                    unnest(array['c:U' || n, 'p:U' || n, 'a:33', 'a:330' || n % 9, 'a:330' || n % 9 || '26',
                        'h:' || (10 + n % 80), 'h:' || (10 + n % 80) || '08']) key
                on conflict do nothing""");
    }

    private static void fillRuleSets() {
        String series = " from generate_series(1, " + SAMPLE + ") n";
        Database.execute(
                "insert into lint_report (id, rule_set, digest, errors, warnings, linted_by, linted_at, report)"
                        + " select (" + ID + ")::uuid, '2026.1', 'd' || n, 0, 0, 'sample', now(), '{}'" + series);
        Database.execute("insert into impact_report (id, rule_set, digest, period_from, period_until, status,"
                + " requested_by, requested_at, finished_at) select (" + ID + ")::uuid, '2026.1', 'd', now() - interval"
                + " '1 day', now(), 'CANCELLED', 'sample', now(), now()" + series);
        Database.execute(
                "insert into shadow_run (id, rule_set, digest, started_by, started_at, counts_from, counts_until,"
                        + " ended_by) select (" + ID
                        + ")::uuid, '2026.1', 'd', 'sample', now() - interval '1 day', now() - interval"
                        + " '1 day', now() - interval '1 hour', 'sample'" + series);
        Database.execute("insert into rule_use select '2026.' || n % 50, 'rule-' || n, n" + series);
        Database.execute("insert into instrument_use select 'Order ' || n % 50, '2026.' || n, n" + series);
        Database.execute("insert into impact_change select '" + LAST + "', (" + ID
                + ")::uuid, 'U' || n, 'RELEASE', 'VERIFY'" + series);
    }

    private static void fillWork() {
        Database.multiply(
                "inspection",
                SAMPLE,
                "'id', " + ID + ", 'declaration_id', " + ID
                        + ", 'producer', 'U' || n, 'corrective_action_id', null,"
                        + " 'assignee', 'inspector-' || n % 100, 'due_on', date '2026-11-01' + n / 10,"
                        + " 'status', case when n % 100 = 0 then 'ASSIGNED' else 'ACCEPTED' end,"
                        + " 'judged_at', case when n % 100 > 0 then now() end,"
                        + " 'judged_by', case when n % 100 > 0 then 'x' end,"
                        + " 'result', case when n % 100 > 0 then '{}' end");
        Database.multiply(
                "corrective_action",
                SAMPLE,
                "'id', " + ID + ", 'declaration_id', " + ID + ", 'producer', 'U' || n, 'inspection_id', null,"
                        + " 'status', case when n % 50 = 0 then 'SUBMITTED' else 'VERIFIED' end, 'closed_at', now()");
        Database.execute("""
                insert into work_scope
                select kind, key, id from (select id, row_number() over (order by id) as n from inspection) d,
                    unnest(array['inspection', 'corrective-action']) kind, lateral
                    unnest(array['c:U' || n, 'p:U' || n, 'a:33', 'a:330' || n % 9]) key
                on conflict do nothing""");
        Database.multiply("sampling_state", SAMPLE, "'uscc', 'U' || n");
    }

    private static void fillExemptions() {
        Database.multiply(
                "exemption_application",
                2000,
                "'id', " + ID + ", 'uscc', 'U' || n, 'status',"
                        + " case when n % 50 = 0 then 'EXPERT_REVIEW' else 'REFUSED' end, 'certificate', null,"
                        + " 'renews', null");
        Database.multiply(
                "certificate",
                2000,
                "'id', " + ID
                        + ", 'number', 'N' || n, 'status_entry', 1000 + n, 'uscc', 'U' || n, 'application_id', null,"
                        + " 'renews', null, 'provenance', 'SEED', 'source', 's', 'rectify_by', '2027-01-01',"
                        + " 'valid_from', date '1995-01-01' + 6 * n, 'valid_until', date '1997-12-31' + 6 * n,"
                        + " 'status', case when n < 1700 then 'EXPIRED' when n % 50 = 0 then 'SUSPENDED' else 'VALID' end");
        Database.execute("""
                insert into certificate_prefix select 'U' || n, '9608' || p,
                    ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
                from generate_series(1, 2000) n, generate_series(10, 12) p""");
        Database.execute("""
                insert into certificate_report (id, certificate_id, year, lots, amount, currency, complaints, due_on,
                    filed_by, filed_at)
                select uuidv7(), id, year, 1, '1', 'USD', 0, '2026-01-31', 'x', now()
                from certificate, generate_series(2024, 2025) year""");
        Database.execute("""
                insert into work_scope
                select kind, key, id from (select id, row_number() over (order by id) as n from certificate) d,
                    unnest(array['certificate', 'exemption-application']) kind, lateral
                    unnest(array['p:U' || n, 'a:33', 'a:330' || n % 9]) key
                where n % 25 = 0 on conflict do nothing""");
    }

    private static void fillFacts() {
        Database.execute("insert into export_value_day select 'U' || n, date '2026-01-01' + d, 1"
                + " from generate_series(1, 1200) n, generate_series(1, 5) d");
        Database.execute("insert into export_value_version (producer, day, usd_cents, added_at) select"
                + " producer, day, usd_cents, now() - interval '1 hour' from export_value_day");
        Database.execute("insert into alert_copy select 'a' || n, 'U' || n % 900, false, date '2020-01-01' + n"
                + " from generate_series(1, 2000) n");
        Database.execute("""
                insert into fact_change (kind, key, not_before)
                select 'ENTERPRISE', 'U' || n, now() + interval '1 day' from generate_series(1, 2000) n""");
        Database.execute("insert into lot_draw (producer, hs6, lot_key, declaration_id, line_no, day, last_seen)"
                + " select 'U' || n % 300, '960810', 'L' || n, uuidv7(), 1, '2026-11-01', '2026-11-01'"
                + " from generate_series(1, 3000) n");
        Database.execute("insert into membership_copy select 'U' || n, 'zone-' || n % 50, true"
                + " from generate_series(1, 2000) n");
        Database.execute("""
                insert into risk_warning_copy (id, version, lifted, level, measure, hs_prefix, destination, uscc, valid_from)
                select 'w' || n, 1, n % 20 > 0, 2, 'TIGHTEN', case when n % 3 > 0 then (1000 + n)::text end,
                    case when n % 5 = 0 then 'DE' end, case when n % 3 = 0 then 'U' || n end, '2020-01-01'
                from generate_series(1, 2000) n""");
        Database.execute("""
                insert into reference_row (table_name, key, valid_from, value, provenance, source, recorded_at)
                select 'exchange-rates', case when n % 2 = 0 then 'USD' else 'C' || n end, date '2000-01-01' + n, '1',
                    'SEED', 's', now() from generate_series(1, 3000) n""");
        Database.execute("""
                insert into campaign select uuidv7(), '{3302}', 1000, date '2010-01-01' + n, date '2010-02-01' + n, 'x', now()
                from generate_series(1, 2000) n""");
        Database.execute("insert into campaign_prefix select '9608', id, valid_until from campaign");
    }
}
