package org.qualityzones.enterprise;

import static org.qualityzones.enterprise.Scene.AGENT;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.qualityzones.web.Roles;

/** Every statement keeps a bounded plan over 100,000 enterprises, 10,000 members and their records. */
@QuarkusTest
@WithServers(value = "enterprise", plans = true)
class QueryPlansTest {
    private static final Map<String, Long> ROWS = Map.of(
            "enterprise", 100_000L,
            "zone_membership", 10_000L,
            "agent_listing", 100_000L,
            "product", 300_000L,
            "class_assessment", 300_000L,
            "credit_record", 300_000L,
            "dossier_entry", 3_000_000L);
    private static final UUID MIDDLE = UUID.fromString("01900000-0000-7000-8000-0000000005dc");

    private PlanCheck check;

    @BeforeEach
    void fill() {
        Database.truncate();
        Scene.registerNinghai();
        Scene.put(Scene.bureau(), Scene.path(NINGHAI) + "/agents/" + AGENT, Map.of("from", "2026-01-01"));
        Database.execute("""
                insert into enterprise (id, uscc, name_zh, area_code, address, contacts, certifications, quality_class,
                    class_valid_until, credit_level, status, suspension_scope, suspension_from, suspension_until, titles,
                    penalties, search_text, search_grams, version, valid_from, recorded_at)
                select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                    'U' || n, '厂' || n, lpad((110000 + n * 37 * 33 % 540000)::text, 6, '0'), 'a', '[]', '[]',
                    case when n % 500 = 0 then 'CLASS_4' else 'UNCLASSIFIED' end,
                    case when n % 10 = 0 then date '2030-01-01' + n end, 'UNRATED',
                    case when n % 600 = 0 then 'RECTIFYING' else 'ACTIVE' end,
                    case when n % 100 = 0 then 'ALL' end, case when n % 100 = 0 then date '2020-01-01' end,
                    case when n % 100 = 0 then date '2030-01-01' + n end, '[]', '[]', '|厂' || n || '|',
                    array['厂' || left(n::text, 1), left(n::text, 2), right(n::text, 2)], 1, now(), now()
                from generate_series(1, 3000) n""");
        Database.execute("insert into zone_membership select 'zone-' || n % 50, 'U' || n, 1, true, '[]'"
                + " from generate_series(1, 2000) n");
        Database.execute(
                "insert into agent_listing select id, 'A' || uscc, date '2020-01-01', null, 1 from enterprise");
        Database.execute("""
                insert into product (enterprise_id, id, hs_code, name_zh, version)
                select id, uuidv7(), '9608', 'p', 1 from enterprise, generate_series(1, 3)""");
        Database.execute("""
                insert into class_assessment (id, enterprise_id, from_class, proposed_class, elements, reason, origin,
                    state, proposed_by, proposed_at, version)
                select uuidv7(), id, 'UNCLASSIFIED', 'CLASS_2', '[]', 'r', 'PERSON', 'REFUSED', 'p', now(), 1
                from enterprise, generate_series(1, 3)""");
        Database.execute("""
                insert into credit_record (id, enterprise_id, kind, category, severity, level, occurred_on, counts_until,
                    reason, state, lapsed, recorded_by, recorded_at, moved_at, version)
                select uuidv7(), id, 'PENALTY', 'PRODUCT_QUALITY', 'MINOR', 'B', '2026-01-01', date '2027-01-01' + n * 30, 'r',
                    'RECORDED', n > 1, 'p', now(), now(), 1 from enterprise, generate_series(1, 3) n""");
        Database.execute("""
                insert into dossier_entry (id, uscc, event_id, topic, type, subject, version, part, valid_from,
                    recorded_at, summary)
                select uuidv7(), uscc, 'e' || n, 'qz.sample', 'sample', uscc, n, 'SUBJECT', now(), now(), '{}'
                from enterprise, generate_series(1, 5) n""");
        Map<String, Long> rows = new HashMap<>(ROWS);
        rows.putAll(PlatformSample.fill());
        check = PlanCheck.over(rows);
    }

    @AfterEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldReadBoundedPartsOfLargeTables() {
        Map<String, String> samples = new HashMap<>();
        samples.put("uscc", NINGHAI);
        samples.put("agentUscc", AGENT);
        samples.put("area", "3302");
        samples.put("class", "CLASS_4");
        samples.put("status", "RECTIFYING");
        samples.put("zone", "zone-7");
        samples.put("q", "99");
        samples.put("cursor", Reads.cursor(MIDDLE));
        samples.put("asOf", "2030-01-01T00:00:00Z");
        samples.put("knownAt", "2030-01-01T00:00:00Z");
        samples.put("consumer", "sample");
        samples.put("state", "PARKED");
        samples.put("name", "enterprise");
        samples.put("id", PlatformSample.ID);
        for (String part : List.of("product", "class_assessment", "credit_record")) {
            samples.put(
                    Scene.ENTERPRISES + "/{uscc}/" + (part.replace('_', '-') + "s") + "/{id} id",
                    Database.text("select x.id from " + part + " x join enterprise e on e.id = x.enterprise_id"
                            + " where e.uscc = '" + NINGHAI + "' limit 1"));
        }
        Reads.all(check, callers(), samples);
        check.assertBounded();
    }

    @Test
    void shouldWriteWithBoundedPlans() {
        String path = Scene.path(NINGHAI);
        check.during("registration", () -> Api.post(
                        Scene.bureau(),
                        Scene.ENTERPRISES,
                        Scene.registration(FictitiousUscc.of("330226", 77), "330226"))
                .statusCode(201));
        check.during("product", () -> Api.post(
                        Scene.bureau(), path + "/products", Map.of("hsCode", "9608100000", "name", Map.of("zh", "笔")))
                .statusCode(201));
        check.during("suspension", () -> Api.transition(
                        Scene.bureau(), path, Scene.version(NINGHAI), Map.of("action", "suspend", "reason", "plan"))
                .statusCode(200));
        check.assertBounded();
    }

    private static Map<String, String> callers() {
        return Map.of(
                "authority",
                Tokens.of(Roles.AUTHORITY).build(),
                "bureau",
                Tokens.of(Roles.BUREAU)
                        .areas("3301", "3303", "3304", "3305", "3306", "3307", "3308", "3309", "3310", "3311", "330226")
                        .build(),
                "enterprise",
                Scene.enterprise(NINGHAI),
                "agent",
                Tokens.of(Roles.FILING_AGENT).uscc(AGENT).build(),
                "operator",
                Tokens.of(Roles.OPERATOR).build());
    }
}
