package org.qualityzones.alertimport;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

/**
 * Files of the sources through the API, where they are beside the project; a sample of our own always. Each row of each
 * source once; with {@code -Dqz.profile=full} also whole files again and the whole damaged file.
 */
@QuarkusTest
@WithServers("notification")
class WholeFilesTest {

    private static final Path DATA = Path.of(System.getProperty("qz.root", ".."), "..", "shared", "data");
    private static final String CLEAN = "rapex-2009-2012/rapex_2009_2012_clean.csv";
    private static final String DAMAGED = "rapex-2009-2012/full.csv";
    private static final int RAPEX_ROWS = 5_983;
    private static final int FIRST_ROWS = 300;
    private static final Pattern CREATED = Pattern.compile("\"status\":\"created\"");
    private static final Pattern UNCHANGED = Pattern.compile("\"status\":\"unchanged\"");

    private final String authority = Tokens.of(Roles.AUTHORITY).build();

    /** What became of the rows of a file. */
    private record Rows(long created, long unchanged) {}

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    /** Each alert's event arrives in the feed, once. Tests that come after meet no latecomers in an emptied feed. */
    @AfterEach
    void shouldTellEachAlertOnce() {
        await().atMost(10, MINUTES).untilAsserted(() -> assertThat(
                        Database.number("select count(*) from feed where type like '%alert.recorded%'"))
                .isEqualTo(alerts()));
        assertThat(Database.number("select count(distinct subject) from feed")).isEqualTo(alerts());
    }

    @Test
    void shouldKeepEveryRowOfTheWeeklyFileAndFindRowsOfItInTheDamagedOne() throws IOException {
        String clean = read(CLEAN);

        assertThat(imported("RAPEX_WEEKLY", clean)).isEqualTo(new Rows(RAPEX_ROWS, 0));
        assertThat(imported("RAPEX_WEEKLY", firstRows(clean))).isEqualTo(new Rows(0, FIRST_ROWS));
        assertThat(imported("RAPEX_WEEKLY", firstRows(read(DAMAGED)))).isEqualTo(new Rows(0, FIRST_ROWS));

        assertThat(alerts()).isEqualTo(RAPEX_ROWS);
        assertThat(flagged("REFERENCE_UNSURE")).isEqualTo(453);
        assertThat(flagged("REFERENCE_DAMAGED")).isZero();
    }

    @Test
    void shouldKeepRowsOfTheDamagedFileAndGuessNoReference() throws IOException {
        assertThat(imported("RAPEX_WEEKLY", firstRows(read(DAMAGED)))).isEqualTo(new Rows(FIRST_ROWS, 0));

        assertThat(alerts()).isEqualTo(FIRST_ROWS);
        assertThat(flagged("REFERENCE_DAMAGED"))
                .isPositive()
                .isEqualTo(Database.number("select count(*) from alert where reference like 'content:%'"));
    }

    @Test
    @EnabledIfSystemProperty(named = "qz.profile", matches = "full")
    void shouldFindAllOfTheWeeklyFileAgainAndInTheDamagedOne() throws IOException {
        String clean = read(CLEAN);

        assertThat(imported("RAPEX_WEEKLY", clean)).isEqualTo(new Rows(RAPEX_ROWS, 0));
        assertThat(imported("RAPEX_WEEKLY", clean)).isEqualTo(new Rows(0, RAPEX_ROWS));
        assertThat(imported("RAPEX_WEEKLY", read(DAMAGED))).isEqualTo(new Rows(0, RAPEX_ROWS));
    }

    @Test
    @EnabledIfSystemProperty(named = "qz.profile", matches = "full")
    void shouldKeepEveryRowOfTheDamagedFileAndGuessNoReference() throws IOException {
        assertThat(imported("RAPEX_WEEKLY", read(DAMAGED))).isEqualTo(new Rows(RAPEX_ROWS, 0));

        assertThat(alerts()).isEqualTo(RAPEX_ROWS);
        assertThat(flagged("REFERENCE_DAMAGED")).isEqualTo(RAPEX_ROWS - 37);
        assertThat(flagged("TEXT_REPAIRED")).isEqualTo(2_044);
        assertThat(Database.number("select count(*) from alert where reference not like 'content:%'"))
                .isEqualTo(37);
    }

    @Test
    void shouldKeepEveryRowOfTheOtherSourcesOnce() throws IOException {
        String gate = read("safetygate-2019-2024/safetygate_tis_2019_2024.csv");
        String recalls = read("cpsc-recalls-2023-2024/cpsc_recalls.csv");

        assertThat(imported("SAFETY_GATE", gate)).isEqualTo(new Rows(477, 0));
        assertThat(imported("CPSC", recalls)).isEqualTo(new Rows(340, 0));
        assertThat(imported("SAFETY_GATE", gate)).isEqualTo(new Rows(0, 477));
        assertThat(imported("CPSC", recalls)).isEqualTo(new Rows(0, 340));
    }

    @Test
    void shouldGoOnAfterACrashAtTheWorstMomentWithoutLosingOrDoublingARow() {
        String file = "report_year,report_week,refnr,country,danger_short,measures,descript_category,countryoforigin,"
                + "descript_product,descript_type,descript_descr,descript_brand\n"
                + IntStream.rangeClosed(1, 200)
                        .mapToObj(row -> "2009,5,7/4/2005,Hungary,Choking,Recall.,Toys,China,Doll,Type " + row % 50
                                + ",Words.,Melly\n")
                        .collect(Collectors.joining());
        Database.execute("""
                create function crash() returns trigger language plpgsql as
                    $$ begin raise exception 'the process is gone'; end $$;
                create trigger crash before insert on job_row for each row when (new.row = 137)
                    execute function crash()""");
        try {
            assertThat(ended("RAPEX_WEEKLY", file, "FAILED")).isEqualTo(new Rows(136, 0));
        } finally {
            Database.execute("drop trigger crash on job_row; drop function crash()");
        }
        assertThat(alerts()).as("row 137 was recorded, not reported").isEqualTo(137);

        assertThat(imported("RAPEX_WEEKLY", file)).isEqualTo(new Rows(63, 137));
        assertThat(imported("RAPEX_WEEKLY", file)).isEqualTo(new Rows(0, 200));
        assertThat(alerts()).isEqualTo(200);
    }

    private Rows imported(String format, String file) {
        return ended(format, file, "SUCCEEDED");
    }

    private Rows ended(String format, String file, String state) {
        String job = "/api/v1/notification/jobs/"
                + Api.upload(authority, "/api/v1/alerts/imports?format=" + format, "text/csv", file)
                        .statusCode(202)
                        .extract()
                        .path("id");
        await().atMost(10, MINUTES).untilAsserted(() -> Api.get(authority, job).body("state", equalTo(state)));
        String rows = Api.get(authority, job + "/results").extract().asString();
        return new Rows(count(CREATED, rows), count(UNCHANGED, rows));
    }

    private static long count(Pattern status, String rows) {
        return status.matcher(rows).results().count();
    }

    private static long alerts() {
        return Database.number("select count(*) from alert");
    }

    private static long flagged(String flag) {
        return Database.number("select count(*) from alert where '" + flag + "' = any (flags)");
    }

    /** The header and the first rows; no row of these files has a line break within. */
    private static String firstRows(String file) {
        return file.lines().limit(FIRST_ROWS + 1L).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String read(String name) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), "not beside the project: " + name);
        return Files.readString(file);
    }
}
