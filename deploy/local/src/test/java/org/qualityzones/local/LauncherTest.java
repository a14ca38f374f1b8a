package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.servers.Servers;

/** Commands that need a running stack say how to get one. */
class LauncherTest {

    @TempDir
    Path local;

    @ParameterizedTest
    @ValueSource(strings = {"token BUREAU", "client BUREAU", "story", "import alerts pom.xml", "replay --all"})
    void shouldSayHowToStartAStackThatNeverRan(String command) {
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("never started here: ./run --detach");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token BUREAU", "client BUREAU", "story", "import alerts pom.xml", "replay --all"})
    void shouldSayHowToStartAStackThatWasStopped(String command) {
        new EnvFile(layout().stackEnv())
                .write(Map.of("GATEWAY_URL", "http://127.0.0.1:1", "KEYCLOAK_URL", "http://127.0.0.1:1"));

        assertThatThrownBy(() -> run(command))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("The stack is down (keycloak")
                .hasMessageContaining("./run --detach");
    }

    private Layout layout() {
        return new Layout(Servers.home(), local);
    }

    private void run(String command) {
        new Launcher(layout(), new Settings(Map.of()), new Console(new PrintStream(PrintStream.nullOutputStream())))
                .run(Command.parse(List.of(command.split(" "))));
    }
}
