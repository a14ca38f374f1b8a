package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadBackWhatItWrote() {
        EnvFile file = new EnvFile(folder.resolve("new/stack.env"));
        Map<String, String> values = Map.of("URL", "http://127.0.0.1:8080/a", "KEY", "abc+/=", "AREAS", "3301,3303");
        file.write(values);
        assertThat(file.read()).containsExactlyInAnyOrderEntriesOf(values);
    }

    @Test
    void shouldLetOnlyTheOwnerRead() throws IOException {
        EnvFile file = new EnvFile(folder.resolve("stack.env"));
        file.write(Map.of("A", "1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldRefuseWhatAShellWouldNotReadAsItIs() {
        EnvFile file = new EnvFile(folder.resolve("stack.env"));
        for (String value : List.of("a b", "$(rm)", "a\nb", "'")) {
            assertThatThrownBy(() -> file.write(Map.of("A", value))).isInstanceOf(LocalException.class);
        }
    }

    @Test
    void shouldKeepSecretsFromOneRunToTheNext() {
        SecretStore first = new SecretStore(folder.resolve("secrets.env"));
        String password = first.password("PG_PASSWORD");
        String key = first.key("SEALING_KEY");
        SecretStore second = new SecretStore(folder.resolve("secrets.env"));
        assertThat(second.password("PG_PASSWORD")).isEqualTo(password).hasSize(48);
        assertThat(second.key("SEALING_KEY")).isEqualTo(key);
        assertThat(second.password("OTHER")).isNotEqualTo(password);
    }

    @Test
    void shouldNameTheStackThatWasNeverStarted() {
        EnvFile file = new EnvFile(folder.resolve("stack.env"));
        assertThatThrownBy(() -> StackEnv.read(file)).hasMessageContaining("never started");
    }
}
