package org.qualityzones.plans;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.lifecycle.Journey;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.testing.plans.PlanCheck;
import org.qualityzones.testing.plans.PlatformSample;
import org.qualityzones.testing.plans.Reads;
import org.qualityzones.zone.Callers;

/** Every statement keeps a bounded plan over 10,000 zones, 100,000 memberships and their records. */
@QuarkusTest
@WithServers(value = "zone", plans = true)
class QueryPlansTest {
    private static final String CODE = "ninghai-stationery";
    private static final String ZONE = "/api/v1/zones/" + CODE;
    private static final String MEMBER = "91330226MA00000000";
    private static final UUID MIDDLE = UUID.fromString("01900000-0000-7000-8000-0000000003e8");
    private static final Map<String, Long> ROWS = Map.of(
            "zone", 10_000L,
            "zone_heading", 30_000L,
            "zone_grade", 20_000L,
            "measure", 20_000L,
            "membership", 100_000L,
            "membership_title", 50_000L,
            "zone_application", 20_000L,
            "zone_application_step", 200_000L,
            "indicator", 1_000_000L);

    private PlanCheck check;

    @BeforeEach
    void fill() {
        Database.truncate();
        new Journey(CODE).imported("PROVINCIAL", "2030-01-01");
        Database.execute("""
                insert into zone (id, version, code, name_zh, area_code, industry_zh, level, status, graded_until,
                    created_by, created_at)
                select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'zone-' || n, '区' || n,
                    lpad((110000 + n * 37 * 33 % 540000)::text, 6, '0'), '业',
                    case when n % 100 = 0 then 'NATIONAL' when n % 10 = 0 then 'PROVINCIAL' else 'NONE' end,
                    case when n % 50 = 0 then 'SUSPENDED' else 'CULTIVATING' end,
                    case when n % 10 = 0 then date '2030-01-01' + n end, 'x', now()
                from generate_series(1, 2000) n""");
        Database.execute("insert into zone_heading select id, lpad((1 + h * 32 % 9700)::text, 4, '0')"
                + " from (select id, row_number() over () * 3 + k as h from zone, generate_series(0, 2) k"
                + " where code <> '" + CODE + "') z");
        Database.execute("""
                insert into membership (id, version, zone_id, uscc, status, since)
                select uuidv7(), 1, id, 'U' || n || code, case when n = 1 then 'NOMINATED' else 'ACTIVE' end, '2020-01-01'
                from zone, generate_series(1, 3) n""");
        Database.execute("insert into membership select uuidv7(), 1, id, '" + MEMBER + "', 'ACTIVE', '2020-01-01'"
                + " from zone where code = '" + CODE + "'");
        Database.execute("""
                insert into membership_title select uuidv7(), id, 'DEMONSTRATION', '2020-01-01', null, null, null
                from membership where status = 'ACTIVE'""");
        Database.execute("""
                insert into measure select uuidv7(), id, 'RISK_MONITORING', '2020-01-01', null, 'NATIONAL', '[]', now(),
                    case when n = 1 then now() end, null from zone, generate_series(1, 2) n""");
        Database.execute("""
                insert into zone_application (id, version, zone_id, target_level, state, evidence, created_by, created_at)
                select uuidv7(), 1, id, 'NATIONAL', 'REFUSED', '[]', 'x', now() from zone""");
        Database.execute("""
                insert into zone_application_step select uuidv7(), id, 'submit', 'x', null, now()
                from zone_application, generate_series(1, 3)""");
        Database.execute("""
                insert into indicator select uuidv7(), id, 2020 + n, 'RETURNS', 1, 's', null, 'x', now()
                from zone, generate_series(1, 5) n""");
        Database.execute("insert into state_version (kind, key, version, valid_from, recorded_at, learned_at, state)"
                + " values ('membership', '" + CODE + "/" + MEMBER + "', 1, now(), now(), now(), '{}')");
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
        samples.put("code", CODE);
        samples.put("uscc", MEMBER);
        samples.put("area", "3302");
        samples.put("level", "NATIONAL");
        samples.put("status", "SUSPENDED");
        samples.put("/api/v1/zones/{code}/members status", "NOMINATED");
        samples.put("hs", "9608");
        samples.put("year", "2022");
        samples.put("version", "2026.1");
        samples.put("cursor", Reads.cursor(MIDDLE));
        samples.put("asOf", "2030-01-01T00:00:00Z");
        samples.put("knownAt", "2030-01-01T00:00:00Z");
        samples.put("consumer", "sample");
        samples.put("state", "PARKED");
        samples.put("name", "zone");
        samples.put("id", PlatformSample.ID);
        samples.put("/api/v1/zones/{code}/applications/{id}/assessment", "one row by its key, after a whole procedure");
        samples.put("/api/v1/zones/{code}/review", "one row by its key, after a whole procedure");
        samples.put("/api/v1/zones/{code}/applications/{id} id", idOf("zone_application"));
        samples.put("/api/v1/zones/{code}/indicators/{id} id", idOf("indicator"));
        samples.put("/api/v1/zones/{code}/measures/{id} id", idOf("measure"));
        Reads.all(
                check,
                Map.of(
                        "authority", Callers.authority(),
                        "bureau", Callers.zhejiang(),
                        "local government", Callers.ninghai(),
                        "enterprise", Callers.enterprise(),
                        "operator", Callers.operator()),
                samples);
        check.assertBounded();
    }

    @Test
    void shouldWriteWithBoundedPlans() {
        check.during("import of a grade", () -> {
            new Journey("yunhe-toys").imported("NATIONAL", "2030-01-01");
            return CODE;
        });
        check.during("impact of a suspension", () -> Api.as(Callers.ningbo())
                .contentType("application/json")
                .body("{\"action\":\"suspend\",\"reason\":\"plan\"}")
                .post(ZONE + "/transitions?dryRun=true")
                .then()
                .statusCode(200));
        check.during(
                "suspension",
                () -> new Journey(CODE).act(Callers.ningbo(), "suspend").statusCode(200));
        check.assertBounded();
    }

    private static String idOf(String table) {
        return Database.text("select x.id from " + table + " x join zone z on z.id = x.zone_id where z.code = '" + CODE
                + "' order by x.id desc limit 1");
    }
}
