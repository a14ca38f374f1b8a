package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qualityzones.local.client.AlertFormat;
import org.qualityzones.local.client.SuiteException;

class CommandTest {

    @Test
    void shouldStartEverythingWithoutArguments() {
        assertThat(parse()).isEqualTo(new Command.Up(false, false, About.NOTHING));
        assertThat(parse("--detach")).isEqualTo(new Command.Up(true, false, About.NOTHING));
    }

    @Test
    void shouldStartZipkinOnRequestOnly() {
        assertThat(parse("--observe")).isEqualTo(new Command.Up(false, true, About.NOTHING));
        assertThat(parse("--detach", "--observe")).isEqualTo(new Command.Up(true, true, About.NOTHING));
        assertThat(parse("start")).isEqualTo(new Command.Start(List.of()));
        assertThat(Component.standard()).doesNotContain(Component.ZIPKIN).hasSize(8);
        assertThat(Component.all()).contains(Component.ZIPKIN);
    }

    @Test
    void shouldTakeAllProcessesWhenNoneIsNamed() {
        assertThat(parse("stop")).isEqualTo(new Command.Stop(Component.all()));
    }

    @Test
    void shouldPutNamedProcessesIntoTheOrderOfStarting() {
        assertThat(parse("start", "gateway", "postgres", "gateway"))
                .isEqualTo(new Command.Start(List.of(Component.POSTGRES, Component.GATEWAY)));
    }

    @Test
    void shouldReadRolesInBothSpellings() {
        assertThat(parse("token", "LOCAL_GOVERNMENT")).isEqualTo(new Command.Token(DemoClient.LOCAL_GOVERNMENT));
        assertThat(parse("token", "local-government")).isEqualTo(new Command.Token(DemoClient.LOCAL_GOVERNMENT));
    }

    @Test
    void shouldReadTheRowsOfAClient() {
        assertThat(parse("client", "BUREAU", "areas=3301,3303", "bureau=zhejiang"))
                .isEqualTo(new Command.Client(DemoClient.BUREAU, Rows.ofBureau("zhejiang", "3301", "3303")));
    }

    @Test
    void shouldReadLogsInEitherOrder() {
        assertThat(parse("logs", "--follow", "zone")).isEqualTo(new Command.Logs(Component.ZONE, true));
        assertThat(parse("logs", "zone")).isEqualTo(new Command.Logs(Component.ZONE, false));
    }

    @Test
    void shouldReadWhatTheStoryIsAbout() {
        About about = new About("a.csv", AlertFormat.SAFETY_GATE);
        assertThat(parse("--alerts", "a.csv", "--format", "safety-gate", "--detach"))
                .isEqualTo(new Command.Up(true, false, about));
        assertThat(parse("--detach", "--alerts=a.csv"))
                .isEqualTo(new Command.Up(true, false, new About("a.csv", null)));
        assertThat(parse("story", "--format=SAFETY_GATE", "--alerts", "a.csv")).isEqualTo(new Command.Play(about));
    }

    @Test
    void shouldReadWhatToReplay() {
        assertThat(parse("replay", "--all")).isEqualTo(new Command.Replay(null));
        assertThat(parse("replay", "01a2")).isEqualTo(new Command.Replay("01a2"));
        assertRefused("It is: ./run replay --all", "replay");
    }

    @Test
    void shouldReadAnImport() {
        assertThat(parse("import", "alerts", "a.csv", "--format", "CPSC"))
                .isEqualTo(new Command.Import(ImportKind.ALERTS, "a.csv", AlertFormat.CPSC, DemoClient.AUTHORITY));
        assertThat(parse("import", "enterprises", "e.csv", "--as", "bureau-b"))
                .isEqualTo(new Command.Import(ImportKind.ENTERPRISES, "e.csv", null, DemoClient.BUREAU_B));
        assertThat(parse("import", "declarations", "d.ndjson"))
                .isEqualTo(new Command.Import(ImportKind.DECLARATIONS, "d.ndjson", null, DemoClient.ENTERPRISE));
    }

    @Test
    void shouldSayWhatThereIsWhenANameIsUnknown() {
        assertRefused("No such process: redis; there are postgres, kafka", "start", "redis");
        assertRefused("No such role: KING; there are ENTERPRISE", "token", "KING");
        assertRefused("Unknown command: dance", "dance");
        assertRefused("It is: ./run token ROLE", "token");
        assertRefused("Not understood: now", "reset", "now");
        assertRefused("A value is missing after --alerts", "--alerts");
        assertRefused("--format goes with --alerts", "story", "--format", "CPSC");
        assertRefused("Not understood: --fast", "--detach", "--fast");
        assertRefused("Not understood: now", "--detach", "now");
        assertRefused("It is: ./run import KIND FILE", "import", "alerts");
        assertRefused("Nothing to import is called toys; there are alerts", "import", "toys", "a.csv");
        assertRefused("--format is for alerts", "import", "zones", "a.csv", "--format", "CPSC");
        assertThatThrownBy(() -> parse("import", "alerts", "a.csv", "--format", "RSS"))
                .isInstanceOf(SuiteException.class)
                .hasMessage("No such format: RSS; there are RAPEX_WEEKLY, SAFETY_GATE, CPSC, NDJSON");
        assertRefused("Rows are given as uscc=…, areas=… or bureau=…, not zone=1", "client", "BUREAU", "zone=1");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(LocalException.class)
                .hasMessageStartingWith(message);
    }

    private static Command parse(String... arguments) {
        return Command.parse(List.of(arguments));
    }
}
