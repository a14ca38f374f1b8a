package org.qualityzones.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PgBenchScriptTest {

    private static final String USCC = "91330226XX27957082";
    private static final String LOG = """
            2026-11-22 05:47:37.859 UTC [7] other@db LOG:  statement: BEGIN
            2026-11-22 05:47:37.859 UTC [8] app@db LOG:  statement: BEGIN
            2026-11-22 05:47:37.859 UTC [8] app@db LOG:  execute <unnamed>: select pg_try_advisory_xact_lock($1)
            2026-11-22 05:47:37.859 UTC [8] app@db DETAIL:  Parameters: $1 = '-1360249911289954757'
            2026-11-22 05:47:37.859 UTC [7] other@db LOG:  execute S_1: COMMIT
            2026-11-22 05:47:37.860 UTC [8] app@db LOG:  execute <unnamed>: select status from key
            \twhere scope = $1 and note = $2
            2026-11-22 05:47:37.860 UTC [8] app@db DETAIL:  Parameters: $1 = '\\x%s', $2 = 'sha-256:d7 it''s'
            2026-11-22 05:47:37.861 UTC [8] app@db LOG:  execute <unnamed>: insert into thing values ($1, $2, $3, $4, $5)
            2026-11-22 05:47:37.861 UTC [8] app@db DETAIL:  Parameters: $1 = '01a201cb-b806-7fdf-bd6b-dd9119fbbbdd', $2 = NULL, $3 = 'B00000000000000000042', $4 = 'D20260000000002', $5 = '{"a":1}'
            2026-11-22 05:47:37.862 UTC [8] app@db LOG:  execute S_9: insert into scope values ($1, $2)
            2026-11-22 05:47:37.862 UTC [8] app@db DETAIL:  Parameters: $1 = 'c:%s', $2 = '01a201cb-b806-7fdf-bd6b-dd9119fbbbdd'
            2026-11-22 05:47:37.862 UTC [8] app@db LOG:  execute S_9: insert into scope values ($1, $2)
            2026-11-22 05:47:37.862 UTC [8] app@db DETAIL:  Parameters: $1 = '{33,%s}', $2 = '01a201cb-b813-7e51-801c-bccf7b90b1c0'
            2026-11-22 05:47:37.862 UTC [8] app@db LOG:  execute <unnamed>: insert into lot select unnest($1::text[]), unnest($2::uuid[])
            2026-11-22 05:47:37.862 UTC [8] app@db DETAIL:  Parameters: $1 = '{B00000000000000000042}', $2 = '{01a201cb-b806-7fdf-bd6b-dd9119fbbbdd}'
            2026-11-22 05:47:37.862 UTC [8] app@db LOG:  execute S_2: select 1
            2026-11-22 05:47:37.862 UTC [8] app@db LOG:  execute S_2: select 1
            2026-11-22 05:47:37.863 UTC [8] app@db LOG:  execute S_1: COMMIT
            """.formatted("ab".repeat(32), USCC, USCC);

    private final List<String> script = PgBenchScript.of(
                    Captured.from(LOG, "into thing "), List.of("FIRST", USCC), USCC)
            .lines()
            .toList();

    @Test
    void theStatementsOfTheOneTransactionComeInTheirOrder() {
        assertThat(script.stream().filter(line -> !line.startsWith("\\")).map(line -> line.split(" ")[0]))
                .containsExactly(
                        "BEGIN;", "select", "select", "insert", "insert", "insert", "insert", "select", "select",
                        "COMMIT;");
    }

    @Test
    void anIdIsMadeAnewAndIsTheSameWhereverItStands() {
        String thing = line("insert into thing");
        String id = thing.substring(thing.indexOf('('), thing.indexOf(", NULL")).substring(1);

        assertThat(id).endsWith("::uuid").contains("transaction_timestamp()");
        assertThat(script.stream().filter(line -> line.contains(id))).hasSize(3);
        assertThat(script.stream().filter(line -> line.contains("::uuid"))).hasSize(4);
    }

    @Test
    void theEnterpriseIsChosenAlsoWithinAValue() {
        String choice = "(ARRAY['FIRST','" + USCC + "'])[:u]";

        assertThat(script).anyMatch(line -> line.contains("('c:' || " + choice + " || '')"));
        assertThat(script).anyMatch(line -> line.contains("('{33,' || " + choice + " || '}')::text[]"));
    }

    @Test
    void numbersLotsAndKeysDiffer() {
        assertThat(line("insert into thing"))
                .contains("('B' || lpad((:n)::text, 20, '0'))")
                .contains("('D2026' || lpad(currval('declaration_number')::text, 10, '0'))")
                .contains("'{\"a\":1}'");
        assertThat(line("select status")).contains("sha256(").doesNotContain("abab");
        assertThat(line("select pg_try")).isEqualTo("select pg_try_advisory_xact_lock((:n)::bigint);");
    }

    @Test
    void whatDiffersDoesSoWithinAnArray() {
        assertThat(line("insert into lot"))
                .contains("unnest(ARRAY[('B' || lpad((:n)::text, 20, '0'))]::text[]::text[])")
                .contains("::uuid]::text[]::uuid[])");
    }

    @Test
    void pgbenchSeesNoVariableInAValue() {
        assertThat(line("select status")).contains("U&'sha-256\\003Ad7 it''s'");
    }

    @Test
    void whatTheServiceSendsAsOneBatchIsOnePipeline() {
        int start = script.indexOf("\\startpipeline");

        assertThat(script.subList(start + 1, start + 3)).allMatch(line -> line.startsWith("insert into scope"));
        assertThat(script.get(start + 3)).isEqualTo("\\endpipeline");
        assertThat(script.stream().filter("\\startpipeline"::equals)).hasSize(1);
    }

    @Test
    void aLogWithoutTheTransactionIsRefused() {
        assertThatThrownBy(() -> Captured.from(LOG, "into another "))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("into another ");
    }

    private String line(String start) {
        return script.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
