package org.qualityzones.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindTheProcessItWasWrittenFor() {
        PidFile file = new PidFile(folder.resolve("a.pid"));
        file.write(ProcessHandle.current());
        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void shouldNotTakeALaterProcessForItsOwn() throws IOException {
        PidFile file = new PidFile(folder.resolve("a.pid"));
        file.write(ProcessHandle.current());
        Files.setLastModifiedTime(file.path(), FileTime.from(Instant.EPOCH));
        assertThat(file.process()).isEmpty();
    }

    @Test
    void shouldFindNothingWithoutAFileOrWithoutANumber() throws IOException {
        PidFile file = new PidFile(folder.resolve("a.pid"));
        assertThat(file.process()).isEmpty();
        Files.writeString(file.path(), "no number");
        assertThat(file.process()).isEmpty();
    }
}
