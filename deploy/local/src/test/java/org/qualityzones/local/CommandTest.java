package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void shouldStartEverythingWithoutArguments() {
        assertThat(parse()).isEqualTo(new Command.Up(false));
        assertThat(parse("--detach")).isEqualTo(new Command.Up(true));
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
    void shouldSayWhatThereIsWhenANameIsUnknown() {
        assertRefused("No such process: redis; there are postgres, kafka", "start", "redis");
        assertRefused("No such role: KING; there are ENTERPRISE", "token", "KING");
        assertRefused("Unknown command: dance", "dance");
        assertRefused("It is: ./run token ROLE", "token");
        assertRefused("Not understood: now", "reset", "now");
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
