package org.qualityzones.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Drafts;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.Work;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Roles;
import org.qualityzones.web.jobs.JobProgress;

/** A report over many decisions counts what counting them one by one in one pass counts, however it was interrupted. */
@QuarkusTest
@WithServers("inspection")
class ImpactCountsTest {

    private static final String SETS = "/api/v1/rule-sets";
    private static final int COPIES = 2_750;
    private static final int UNREADABLE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String author = Callers.of(Roles.AUTHORITY);
    private final String version = Drafts.version();
    private final ImpactWork work = Arc.container().instance(ImpactWork.class).get();
    private final ImpactPace pace = Arc.container().instance(ImpactPace.class).get();

    @BeforeEach
    void decideMuch() {
        Database.truncate("daily_seed");
        Drafts.removeAll();
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Database.execute("insert into catalogue_entry values ('8458110090', '2010-01-01', null, 'lathes', 'AB', 'MN',"
                + " 'GENERAL', 'test', now())");
        Database.execute("insert into catalogue_version values (8458, now(), 'test', 1)");
        Work.file(Filing.by(Codes.NINGHAI));
        Work.file(Work.sampled("L-2"));
        Work.rejectedLot("L-3");
        Work.file(statutory("L-4"));
        multiply();
        ObjectNode document = Drafts.of(version);
        Drafts.rule(document, "application").put("when", "line.certificateRequested && line.lotSize > 60000");
        Api.post(author, SETS, document).statusCode(201);
    }

    @AfterEach
    void leaveTheShippedOneAlone() {
        Database.truncate("daily_seed");
        Drafts.removeAll();
        Arc.container().instance(RuleBook.class).get().all();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldCountWhatOnePassCounts(boolean besideDecisions) throws SQLException {
        UUID report = begin();

        work.run(report, new Following(besideDecisions, Integer.MAX_VALUE, false));

        requireCountsOfOnePass(report);
    }

    @Test
    void shouldCountEachDecisionOnceWhenTheProcessEndsAndAnotherGoesOn() throws SQLException {
        UUID report = begin();

        assertThat(catchThrowable(() -> work.run(report, new Following(false, 1, false))))
                .isInstanceOf(Ended.class);
        assertThat(Database.number("select done from impact_report where id = '" + report + "'"))
                .isBetween(1L, Database.number("select count(*) from decision") - 1);
        work.run(report, new Following(true, Integer.MAX_VALUE, false));

        requireCountsOfOnePass(report);
    }

    @Test
    void shouldStopInTheMiddleWhenItIsCancelled() {
        UUID report = begin();

        work.run(report, new Following(false, 1, true));

        assertThat(Database.text("select status from impact_report where id = '" + report + "'"))
                .isEqualTo("CANCELLED");
        assertThat(Database.number("select done from impact_report where id = '" + report + "'"))
                .isLessThan(Database.number("select count(*) from decision"));
    }

    /** Each of the four again and again, at instants several of which are the same, with draws and lots that differ. */
    private static void multiply() {
        String id = "md5('l' || %s || n)::uuid";
        String facts = "case when n <= " + UNREADABLE + " then '\\x00'::bytea else convert_to(regexp_replace("
                + "regexp_replace(convert_from(x.facts, 'UTF8'), '\"lotSize\":[0-9]+', '\"lotSize\":' || n * 40),"
                + " '\"draw\":\"[0-9a-f]{16}\"', '\"draw\":\"' || substr(md5('x' || n), 1, 16) || '\"'), 'UTF8') end";
        String line = id.formatted("x.declaration_id");
        String decision = "md5('d' || x.declaration_id || n)::uuid";
        Database.execute(String.join(
                ";",
                repeat("declaration", "'id', " + id.formatted("x.id") + ", 'declaration_no', md5(x.id::text || n)"),
                repeat(
                        "declaration_line",
                        "'declaration_id', " + line + ", 'producer', x.producer || n % 7, 'clearance_number', null,"
                                + " 'decision_id', " + decision),
                repeat(
                        "decision",
                        "'id', " + decision + ", 'declaration_id', " + line + ", 'facts', " + facts
                                + ", 'decided_at', x.decided_at - make_interval(secs => n / 3)")));
    }

    private static String repeat(String table, String values) {
        return "insert into " + table + " select (jsonb_populate_record(x, jsonb_build_object(" + values + "))).* from "
                + table + " x, generate_series(1, " + COPIES + ") n";
    }

    private static ObjectNode statutory(String lotNo) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("hsCode", "8458110090").put("lotNo", lotNo);
        return filing;
    }

    private UUID begin() {
        UUID id = UUID.randomUUID();
        Database.execute("insert into impact_report (id, rule_set, digest, period_from, period_until, status,"
                + " requested_by, requested_at) select '" + id + "', version, digest, now() - interval '1 day',"
                + " now() + interval '1 minute', 'RUNNING', 'x', now() from rule_set where version = '" + version
                + "'");
        return id;
    }

    private void requireCountsOfOnePass(UUID report) throws SQLException {
        ImpactTally tally = new ImpactTally();
        Map<String, Long> enterprises = new TreeMap<>();
        List<UUID> changes = onePass(tally, enterprises);
        JsonNode summary = json("select summary from impact_report where id = '" + report + "'");

        assertThat(summary.path("decisions").asLong()
                        + summary.path("unreadable").asLong())
                .isEqualTo(Database.number("select count(*) from decision"))
                .isGreaterThan(10_000);
        assertThat(summary.path("unreadable").asLong()).isEqualTo(4L * UNREADABLE);
        assertThat(summary.path("changed").asLong()).isPositive();
        for (String counted : List.of(
                "decisions",
                "unreadable",
                "changed",
                "outcomes",
                "byZone",
                "byChapter",
                "byClass",
                "failuresMissed",
                "failuresFound",
                "work")) {
            assertThat(summary.path(counted)).as(counted).isEqualTo(of(tally).path(counted));
        }
        assertThat(Database.number("select done from impact_report where id = '" + report + "'"))
                .isEqualTo(tally.decisions + tally.unreadable);
        enterprises.forEach((uscc, changed) -> assertThat(
                        Database.number("select changed from impact_enterprise where report_id = '" + report
                                + "' and uscc = '" + uscc + "'"))
                .as(uscc)
                .isEqualTo(changed));
        assertThat(Database.number("select count(*) from impact_enterprise where report_id = '" + report + "'"))
                .isEqualTo(enterprises.size());
        assertThat(Database.text("select string_agg(decision_id::text, ' ' order by decision_id) from impact_change"
                        + " where report_id = '" + report + "'"))
                .isEqualTo(String.join(
                        " ", changes.stream().map(UUID::toString).sorted().toList()));
    }

    private List<UUID> onePass(ImpactTally tally, Map<String, Long> enterprises) throws SQLException {
        RuleSet draft =
                Arc.container().instance(RuleBook.class).get().findAny(version).orElseThrow();
        List<UUID> changes = new ArrayList<>();
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select d.id, d.outcome, d.facts, l.producer, (select i.status"
                        + " from inspection i where i.declaration_id = d.declaration_id and i.kind = 'ORIGINAL')"
                        + " from decision d join declaration_line l using (declaration_id, line_no)"
                        + " order by d.decided_at, d.id")) {
            while (row.next()) {
                Facts facts = FactsReader.stored(row.getBytes(3)).facts();
                if (facts == null) {
                    tally.unreadable();
                    continue;
                }
                Prediction prediction = Prediction.of(facts, Outcome.valueOf(row.getString(2)), draft);
                boolean rejected = "REJECTED".equals(row.getString(5));
                tally.add(facts, prediction, rejected ? ImpactTally.Lot.REJECTED : ImpactTally.Lot.NOT_JUDGED);
                if (prediction.changes()) {
                    enterprises.merge(row.getString(4), 1L, Long::sum);
                    changes.add(row.getObject(1, UUID.class));
                }
            }
        }
        return changes.subList(0, Math.min(changes.size(), ImpactWork.MOST_LISTED));
    }

    private static JsonNode of(ImpactTally tally) {
        return read(write(ImpactSummary.of(tally, List.of(), new ImpactSummary.Minutes(30, 240, 960))));
    }

    private static JsonNode json(String sql) {
        return read(Database.text(sql));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    /** The process is gone; nothing of it catches this. */
    private static final class Ended extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** Follows a job, and ends the process or cancels once it has told so often how far it came. */
    private final class Following implements JobProgress {

        private final boolean besideDecisions;
        private final int patience;
        private final boolean cancels;
        private int told;

        Following(boolean besideDecisions, int patience, boolean cancels) {
            this.besideDecisions = besideDecisions;
            this.patience = patience;
            this.cancels = cancels;
        }

        @Override
        public void total(long rows) {
            if (besideDecisions) {
                pace.see(null);
            }
        }

        @Override
        public void row(long row, String status, String id, List<String> remarks) {
            throw new IllegalStateException("An impact report has no rows");
        }

        @Override
        public void refused(long row, Problem problem) {
            throw new IllegalStateException("An impact report has no rows");
        }

        @Override
        public void done(long done) {
            if (++told >= patience && !cancels) {
                throw new Ended();
            }
        }

        @Override
        public boolean isCancelled() {
            return cancels && told >= patience;
        }
    }
}
