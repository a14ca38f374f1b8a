package org.qualityzones.plans;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.testing.plans.PlanCheck;
import org.qualityzones.testing.plans.PlatformSample;
import org.qualityzones.testing.plans.Reads;
import org.qualityzones.trial.Facts;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

/** Every statement, finding matches included, keeps a bounded plan over a million alerts, events and deliveries. */
@QuarkusTest
@WithServers(value = "notification", plans = true)
class QueryPlansTest {
    private static final UUID MIDDLE = UUID.fromString("01900000-0000-7000-8000-0000000005dc");
    private static final String ID = "'01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0')";
    private static final Map<String, Long> ROWS = Map.ofEntries(
            Map.entry("alert", 1_000_000L),
            Map.entry("alert_key", 5_000_000L),
            Map.entry("alert_match", 1_000_000L),
            Map.entry("known_enterprise", 100_000L),
            Map.entry("known_product", 300_000L),
            Map.entry("feed", 1_000_000L),
            Map.entry("delivery", 1_000_000L),
            Map.entry("delivery_attempt", 1_000_000L),
            Map.entry("subscription", 10_000L),
            Map.entry("subscription_reach", 30_000L),
            Map.entry("investigation", 100_000L),
            Map.entry("technical_measure", 50_000L),
            Map.entry("complaint", 100_000L),
            Map.entry("risk_warning", 20_000L));

    private final String own = Usccs.in("330226");
    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String bureau =
            Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();
    private String alert;
    private String subscription;
    private String webhook;
    private PlanCheck check;

    @BeforeEach
    void fill() {
        Database.truncate("feed_head");
        alert = Api.post(authority, "/api/v1/alerts", alert("first"))
                .statusCode(201)
                .extract()
                .path("id");
        subscription = Api.post(
                        authority,
                        "/api/v1/subscriptions",
                        Map.of("channel", "SSE", "filter", Map.of("types", List.of())))
                .statusCode(201)
                .extract()
                .path("id");
        webhook = Api.post(
                        authority,
                        "/api/v1/subscriptions",
                        Map.of("channel", "WEBHOOK", "target", "http://127.0.0.1:65535/"))
                .statusCode(201)
                .extract()
                .path("id");
        Database.execute("update subscription set created_at = now() - interval '30 days'");
        Api.post(
                        authority,
                        "/api/v1/risk-warnings",
                        Map.of(
                                "scope",
                                Map.of("hsPrefix", "9503"),
                                "level",
                                3,
                                "measure",
                                "TIGHTEN",
                                "from",
                                "2026-11-01",
                                "reason",
                                "plan",
                                "alertIds",
                                List.of()))
                .statusCode(201);
        Api.post(
                        bureau,
                        "/api/v1/technical-measures",
                        Map.of(
                                "symbol",
                                "G/TBT/N/USA/1",
                                "kind",
                                "TBT",
                                "member",
                                "US",
                                "title",
                                "Toys",
                                "hsPrefixes",
                                List.of("9503"),
                                "notifiedOn",
                                "2026-05-01"))
                .statusCode(201);
        fillAlerts();
        fillCases();
        fillFeed();
        Map<String, Long> rows = new HashMap<>(ROWS);
        rows.putAll(PlatformSample.fill());
        check = PlanCheck.over(rows);
    }

    @AfterEach
    void empty() {
        Database.truncate("feed_head");
    }

    @Test
    void shouldReadBoundedPartsOfLargeTables() {
        Map<String, String> samples = new HashMap<>();
        samples.put("source", "US_CPSC");
        samples.put("hs", "9503");
        samples.put("origin", "VN");
        samples.put("uscc", own);
        samples.put("from", "2026-11-20T00:00:00Z");
        samples.put("outcome", "EXHAUSTED");
        samples.put("/api/v1/risk-warnings status", "ACTIVE");
        samples.put("subject", "s-7");
        samples.put("subscription", subscription);
        samples.put("after", "1000");
        samples.put("/api/v1/events/stream", "an endless answer; it reads what /api/v1/events does");
        samples.put("cursor", Reads.cursor(MIDDLE));
        samples.put("consumer", "sample");
        samples.put("state", "PARKED");
        samples.put("name", "alert");
        samples.put("id", PlatformSample.ID);
        samples.put("alert", alert);
        samples.put("attribution", "CAPABILITY");
        samples.put("due", "2026-11-01");
        samples.put("kind", "SPS");
        samples.put("member", "US");
        samples.put("/api/v1/investigations status", "OPEN");
        samples.put("/api/v1/complaints status", "RECEIVED");
        samples.put("/api/v1/technical-measures status", "IN_FORCE");
        samples.put("/api/v1/technical-measures from", "2026-11-20");
        samples.put("/api/v1/investigations/{id} id", MIDDLE.toString());
        samples.put("/api/v1/technical-measures/{id} id", MIDDLE.toString());
        samples.put("/api/v1/complaints/{id} id", MIDDLE.toString());
        samples.put("/public/v1/complaints/{id} id", MIDDLE.toString());
        samples.put("/api/v1/alerts/{id} id", alert);
        samples.put("/api/v1/alerts/{id}/matches id", alert);
        samples.put("/api/v1/alerts/{id}/matches/{matchId} id", MIDDLE.toString());
        samples.put(
                "date", LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2).toString());
        samples.put("/api/v1/subscriptions/{id}/manifests/{date} id", webhook);
        samples.put("matchId", MIDDLE.toString());
        samples.put("/api/v1/subscriptions/{id} id", subscription);
        samples.put("/api/v1/subscriptions/{id}/keys id", subscription);
        samples.put("/api/v1/deliveries/{id} id", MIDDLE.toString());
        samples.put("/api/v1/risk-warnings/{id} id", Database.text("select id from risk_warning limit 1"));
        Reads.all(
                check,
                Map.of(
                        "authority", authority,
                        "bureau", bureau,
                        "enterprise", Tokens.of(Roles.ENTERPRISE).uscc(own).build(),
                        "integrator", Tokens.of(Roles.INTEGRATOR).build(),
                        "operator", Tokens.of(Roles.OPERATOR).build()),
                samples);
        check.assertBounded();
    }

    @Test
    void shouldMatchAndWriteWithBoundedPlans() {
        check.during("alert recorded and matched", () -> Api.post(authority, "/api/v1/alerts", alert("second"))
                .statusCode(201));
        check.during("alert withdrawn", () -> Api.transition(
                        authority, "/api/v1/alerts/" + alert, 1, Map.of("action", "withdraw", "reason", "plan"))
                .statusCode(200));
        check.during("event taken in", QueryPlansTest::takeIn);
        check.assertBounded();
    }

    /** An enterprise's event, which reaches its area's subscriptions and those that see everything. */
    private static long takeIn() {
        String event = Facts.enterpriseRegistered(Usccs.in("330226"), "330226");
        return Awaitility.await()
                .until(
                        () -> Database.number("select count(*) from delivery where event_id = '" + event + "'"),
                        planned -> planned > 0);
    }

    private static Map<String, Object> alert(String reference) {
        return Map.of(
                "source",
                "EU_SAFETY_GATE",
                "reference",
                reference,
                "publishedAt",
                "2024-05-03T00:00:00Z",
                "originCountry",
                "CN",
                "product",
                Map.of(
                        "category",
                        "Toys",
                        "name",
                        "Bear",
                        "brand",
                        "Brand 7",
                        "model",
                        "Model 7",
                        "hsCode",
                        "9503004100"),
                "manufacturer",
                "Works 7",
                "risk",
                Map.of("types", List.of("CHOKING"), "level", "SERIOUS", "text", "t"));
    }

    private void fillAlerts() {
        Database.multiply(
                "alert",
                3000,
                "'id', " + ID + ", 'reference', 'r' || n, 'published_at', now() - n * interval '8 hours', 'source',"
                        + " case when n % 50 = 0 then 'US_CPSC' else 'EU_SAFETY_GATE' end, 'origin_country',"
                        + " case when n % 40 = 0 then 'VN' else 'CN' end, 'brand_key', 'brand' || n % 70000");
        Database.execute("""
                insert into alert_key
                select k.kind, k.key, id from (select id, row_number() over (order by id) as n from alert) a, lateral
                    (values ('hs', (10 + n % 80)::text), ('hs', (10 + n % 80) || '03'), ('hs', (10 + n % 80) || '0300'),
                        ('uscc', 'U' || n % 90000)) k (kind, key) on conflict do nothing""");
        Database.execute("insert into known_enterprise select 'U' || n, 1, 'Works ' || n, array['works' || n]"
                + " from generate_series(1, 2000) n");
        Database.execute("""
                insert into known_product select 'U' || n, 'p' || p, 'Brand', 'Model', '9503004100',
                    'brand' || n % 70000, 'model' || n from generate_series(1, 2000) n, generate_series(1, 2) p""");
        Database.execute("""
                insert into alert_match (id, version, alert_id, uscc, product_id, score, why, state)
                select id, 1, id, '%s', '', 0.5, '[]', 'PROPOSED' from alert""".formatted(own));
        Database.multiply(
                "risk_warning",
                2000,
                "'id', " + ID + ", 'uscc', case when n % 3 = 0 then 'U' || n end, 'status',"
                        + " case when n % 20 = 0 then 'ACTIVE' else 'LIFTED' end");
    }

    private static void fillCases() {
        Database.execute("""
                insert into investigation (id, version, alert_id, uscc, home_area, area_code, status, reason, investigators,
                    opened_at, due_on)
                select id, 1, id, 'U' || n % 900, '330226', '330226', case when n % 50 = 0 then 'OPEN' else 'CLOSED' end,
                    'r', '{}', now(), date '2026-11-01' + (n / 10)::int
                from (select id, row_number() over (order by id) as n from alert order by id limit 100000) a""");
        Database.multiply(
                "technical_measure",
                2000,
                "'id', " + ID
                        + ", 'symbol', 's' || n, 'kind', case when n % 20 = 0 then 'SPS' else 'TBT' end, 'member',"
                        + " case when n % 30 = 0 then 'US' else 'EU' end, 'notified_on', date '2020-01-01' + n,"
                        + " 'in_force_on', case when n % 2 = 0 then date '2020-07-01' + n end");
        Database.execute("""
                insert into complaint (id, version, status, uscc, area_code, text, received_at)
                select id, 1, case when n % 50 = 0 then 'RECEIVED' else 'RESOLVED' end, 'U' || n % 900, '330226', 't', now()
                from (select id, row_number() over (order by id) as n from alert order by id limit 100000) a""");
    }

    private static void fillFeed() {
        Database.execute("""
                insert into feed (position, event_id, type, topic, subject, version, recorded_at, received_at, usccs,
                    zones, areas, hs_codes, change)
                select 1000000 + n, 'f' || n, 't', 'qz.alert', 's-' || n % 500, 1, now(),
                    now() - (3000 - n) * interval '1 hour', array['U' || n % 900], '{}', '{3302}', '{}', '{}'
                from generate_series(1, 3000) n""");
        Database.multiply(
                "subscription",
                1000,
                "'id', " + ID + ", 'status', 'PAUSED', 'owner_key', 'o' || n % 300, 'owner_role',"
                        + " case when n % 2 = 0 then 'bureau' else 'enterprise' end, 'scope_all', n % 50 = 0,"
                        + " 'scope_usccs', case when n % 2 = 1 then array['U' || n] else '{}'::text[] end,"
                        + " 'scope_areas', case when n % 2 = 0 then array['33' || lpad((n % 99)::text, 2, '0')] else '{}'::text[] end");
        Database.execute("""
                insert into subscription_reach
                select distinct key, id from subscription, lateral unnest(array_cat(
                    array_cat(array(select 'u:' || uscc from unnest(scope_usccs) uscc),
                        array(select 'a:' || area from unnest(scope_areas) area)),
                    case when scope_all then array['all'] when scope_areas <> '{}' then array['area'] end)) key
                on conflict do nothing""");
        Database.execute("insert into subscription_sequence select id, 3000 from subscription on conflict do nothing");
        Database.execute("insert into subscription_health select id, null from subscription on conflict do nothing");
        Database.execute("""
                insert into delivery (id, subscription_id, sequence, event_id, feed_position, subject, outcome, available_at,
                    created_at, claim, claimed_until)
                select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                    ('01900000-0000-7000-8000-' || lpad(to_hex(1 + n % 1000), 12, '0'))::uuid, n, 'f' || n,
                    1000000 + n, 's-' || n % 500,
                    case when n % 100 = 0 then 'EXHAUSTED' when n % 150 = 5 then 'PENDING' else 'DELIVERED' end, now(), now(),
                    case when n % 150 = 5 then uuidv7() end, case when n % 150 = 5 then now() + interval '1 hour' end
                from generate_series(1, 3000) n""");
        Database.execute("insert into delivery_attempt select id, 1, now(), 1, 'DELIVERED', 200, null from delivery"
                + " on conflict do nothing");
    }
}
