package org.qualityzones.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.plans.PlanCheck;

/** That the check of plans tells bounded ones from others: one table, with and without the index its query needs. */
class PlanCheckTest {

    private static final String LIST = "select id from thing where kind = 'k7' order by note limit 50";

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        TestPostgres postgres = TestPostgres.ofThisJvm();
        database = postgres.database("plans");
        postgres.explain(database, true);
    }

    @BeforeEach
    void fill() {
        Database.execute("drop table if exists thing");
        Database.execute("create table thing (id int primary key, kind text not null, note text not null)");
        Database.execute("grant select on thing to " + database.appRole());
        Database.execute(
                "insert into thing select n, 'k' || n % 100, repeat('x', n % 50) from generate_series(1, 2000) n");
    }

    @Test
    void shouldAcceptAListAlongAnIndex() {
        Database.execute("create index thing_kind on thing (kind, note)");
        PlanCheck check = grown();
        check.during("list", () -> query(LIST));
        assertThatCode(check::assertBounded).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseTheSameListOnceItsIndexIsGone() {
        Database.execute("create index thing_kind on thing (kind, note)");
        Database.execute("drop index thing_kind");
        PlanCheck check = grown();
        check.during("list", () -> query(LIST));
        assertThatThrownBy(check::assertBounded)
                .hasMessageContaining("reads the whole table thing")
                .hasMessageContaining("list: ");
    }

    @Test
    void shouldRefuseASortOfTheWholeTable() {
        Database.execute("create index thing_note on thing (note) include (id)");
        PlanCheck check = grown();
        check.during("sort", () -> query("select id from thing where note > '' order by id + 1 limit 50"));
        assertThatThrownBy(check::assertBounded).hasMessageContaining("Sort of");
    }

    @Test
    void shouldRefuseAWalkThatFindsTooLittle() {
        PlanCheck check = grown();
        check.during("walk", () -> query("select id from thing where note = 'none' order by id desc limit 50"));
        assertThatThrownBy(check::assertBounded).isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldRefuseToJudgeNothing() {
        PlanCheck check = grown();
        check.during("nothing", () -> LIST);
        assertThatThrownBy(check::assertBounded).hasMessageContaining("statements explained");
    }

    private static PlanCheck grown() {
        return PlanCheck.over(Map.of("thing", 1_000_000L));
    }

    private static String query(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        TestPostgres.ofThisJvm().jdbcUrl(database.name()), database.appRole(), database.password());
                Statement statement = connection.createStatement()) {
            statement.executeQuery(sql).close();
            return sql;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
