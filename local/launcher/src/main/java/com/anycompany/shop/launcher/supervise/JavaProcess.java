package com.anycompany.shop.launcher.supervise;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A part's process, with its output in the part's log. */
final class JavaProcess implements Child {

    /**
     * The terminal sends Ctrl-C to every process of its group. Only the launcher may react, because it stops the parts in
     * order; a JVM doesn't handle a signal that it inherits as ignored.
     */
    private static final List<String> IGNORING_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final int EXIT_CODE_OF_SIGTERM = 128 + 15;

    private static final File NOTHING = new File("/dev/null");

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    static JavaProcess start(List<String> command, Map<String, String> environment, Path log) {
        List<String> ignoringCtrlC = new ArrayList<>(IGNORING_CTRL_C);
        ignoringCtrlC.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(ignoringCtrlC)
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            return new JavaProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public String ending() {
        return "ended with exit code " + process.exitValue();
    }

    @Override
    public boolean wasTerminated() {
        return process.exitValue() == EXIT_CODE_OF_SIGTERM;
    }

    @Override
    public boolean stop(Duration grace) {
        process.destroy();
        try {
            if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            process.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
