package org.qualityzones.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** Plans of the list over 100,000 enterprises: no filter reads the whole table or sorts more than a page and its branches. */
@QuarkusTest
@WithServers("enterprise")
class ListPlansTest {
    private static final Visible ALL = new Visible(true, List.of(), List.of());
    private static final Visible ZHEJIANG = new Visible(
            false, List.of("3301", "3303", "3304", "3305", "3306", "3307", "3308", "3309", "3310", "3311"), List.of());
    private static final Visible OWN = new Visible(false, List.of(), List.of(FictitiousUscc.of("330226", 1)));

    @BeforeAll
    static void fill() {
        Database.truncate();
        Database.execute("""
                insert into enterprise (id, uscc, name_zh, area_code, address, contacts, certifications, quality_class,
                    credit_level, status, titles, penalties, search_text, search_grams, version, valid_from, recorded_at)
                select cast(lpad(to_hex(n), 12, '0') || '7000800000000000' || lpad(to_hex(n % 65536), 4, '0') as uuid),
                    'U' || n, '厂' || n, lpad((110000 + n * 37 % 540000)::text, 6, '0'), 'a', '[]', '[]',
                    case when n % 1000 = 0 then 'CLASS_4' else 'UNCLASSIFIED' end, 'UNRATED',
                    case when n % 5000 = 0 then 'RECTIFYING' else 'ACTIVE' end, '[]', '[]', '|厂' || n || '|',
                    array['厂' || left(n::text, 1), left(n::text, 2), right(n::text, 2)], 1, now(), now()
                from generate_series(1, 100000) n""");
        Database.execute("insert into zone_membership select 'z-' || n % 50, 'U' || n, 1, true, '[]'"
                + " from generate_series(1, 10000) n");
        Database.execute("analyze");
    }

    @AfterAll
    static void empty() {
        Database.truncate();
    }

    static Stream<Object[]> queries() {
        return Stream.of(
                new Object[] {"all", filter(null, null, null, null, null), ALL},
                new Object[] {"county", filter("330226", null, null, null, null), ALL},
                new Object[] {"class", filter(null, QualityClass.CLASS_4, null, null, null), ALL},
                new Object[] {"class nobody has", filter(null, QualityClass.CLASS_1, null, null, null), ALL},
                new Object[] {"status", filter(null, null, EnterpriseStatus.RECTIFYING, null, null), ALL},
                new Object[] {"zone", filter(null, null, null, "z-7", null), ALL},
                new Object[] {"search", filter(null, null, null, null, "9999"), ALL},
                new Object[] {"areas of a bureau", filter(null, null, null, null, null), ZHEJIANG},
                new Object[] {"class in areas", filter(null, QualityClass.CLASS_4, null, null, null), ZHEJIANG},
                new Object[] {"own", filter(null, null, null, null, null), OWN});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void shouldReadABoundedPartOfTheTable(String name, EnterpriseFilter filter, Visible visible) throws SQLException {
        EnterpriseListing listing = new EnterpriseListing(filter, visible, LocalDate.of(2026, 11, 21), null, 51);
        String plan = plan(listing);
        assertThat(plan).as(name).doesNotContain("Seq Scan on enterprise");
        assertThat(buffers(plan)).as("%s%n%s", name, plan).isLessThan(4_000);
    }

    private static String plan(EnterpriseListing listing) throws SQLException {
        String sql = listing.sql();
        for (Map.Entry<String, Object> parameter : listing.parameters().entrySet()) {
            sql = sql.replaceAll(":" + parameter.getKey() + "(?![a-z0-9])", literal(parameter.getValue()));
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain (analyze, buffers, timing off) " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String literal(Object value) {
        return switch (value) {
            case String[] texts -> "array['" + String.join("','", texts) + "']";
            case Integer number -> number.toString();
            default -> "'" + value + "'";
        };
    }

    /** Pages touched by the whole plan. */
    private static long buffers(String plan) {
        String top = plan.lines()
                .filter(line -> line.contains("Buffers:"))
                .findFirst()
                .orElseThrow();
        return Stream.of(top.replaceAll(".*shared", "").split(" "))
                .filter(part -> part.matches("(hit|read)=\\d+"))
                .mapToLong(part -> Long.parseLong(part.replaceAll("\\D", "")))
                .sum();
    }

    private static EnterpriseFilter filter(
            String area, QualityClass qualityClass, EnterpriseStatus status, String zone, String search) {
        return new EnterpriseFilter(area, qualityClass, status, zone, search);
    }
}
