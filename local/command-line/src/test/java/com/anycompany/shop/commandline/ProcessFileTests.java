package com.anycompany.shop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessFileTests {

    @TempDir
    private Path folder;

    @Test
    void writtenProcess_isFoundUntilTheFileIsDeleted() {
        ProcessFile file = file();

        file.write(ProcessHandle.current());
        assertThat(file.runningProcess()).contains(ProcessHandle.current());

        file.delete();
        assertThat(file.runningProcess()).isEmpty();
    }

    @Test
    void endedProcess_isNotFound() throws Exception {
        Process process = new ProcessBuilder("sleep", "600").start();
        file().write(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(file().runningProcess()).isEmpty();
    }

    @Test
    void otherProcessWithTheSameId_isNotFound() throws IOException {
        write(ProcessHandle.current().pid() + " 1000\n");

        assertThat(file().runningProcess()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "47", "abc def", "1 2 3"})
    void incompleteFile_givesNoProcess(String text) throws IOException {
        write(text);

        assertThat(file().runningProcess()).isEmpty();
    }

    private ProcessFile file() {
        return new ProcessFile(folder.resolve("run/part.pid"));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.writeString(file().path(), text);
    }
}
