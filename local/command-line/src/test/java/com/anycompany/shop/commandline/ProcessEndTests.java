package com.anycompany.shop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessEndTests {

    @Test
    void runningProcess_hasNotEnded_andAKilledOneHas() throws Exception {
        Process process = new ProcessBuilder("sleep", "600").start();

        assertThat(ProcessEnd.isReachedWithin(process.toHandle(), Duration.ofMillis(50)))
                .isFalse();
        process.destroyForcibly();
        assertThat(ProcessEnd.isReachedWithin(process.toHandle(), Duration.ofSeconds(5)))
                .isTrue();
    }

    /** The shell starts a child, replaces itself by a program that never reads exit codes, and prints the child's id. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void zombie_hasEnded_thoughTheJdkCallsItAlive() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.1 & echo $!; exec sleep 600").start();
        try {
            ProcessHandle child = ProcessHandle.of(
                            Long.parseLong(parent.inputReader().readLine()))
                    .orElseThrow();

            assertThat(ProcessEnd.isReachedWithin(child, Duration.ofSeconds(5))).isTrue();
            assertThat(child.isAlive()).isTrue();
            assertThat(Files.readString(Path.of("/proc/" + child.pid() + "/stat")))
                    .contains(") Z ");
        } finally {
            parent.destroyForcibly();
        }
    }
}
