package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells whether a process has ended. One whose parent died, and whose exit code the first process of a container doesn't read, stays
 * a zombie, which the JDK counts as alive.
 */
final class ProcessEnd {

    private ProcessEnd() {}

    static boolean isReached(ProcessHandle process) {
        if (!process.isAlive()) {
            return true;
        }
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
        } catch (IOException gone) {
            return !process.isAlive();
        }
    }

    static void awaited(ProcessHandle process) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> isReached(process));
    }
}
