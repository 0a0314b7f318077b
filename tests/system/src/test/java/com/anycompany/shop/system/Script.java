package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./shop} as a person in a terminal does. */
record Script(Worktree worktree) {

    /** What a command that ends said, errors included. */
    record Result(int exitCode, String output) {}

    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("shop", ".out");
        try {
            Process process = start(output, List.of(arguments));
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as("./shop %s ends; it said: %s", String.join(" ", arguments), said)
                    .isTrue();
            return new Result(process.exitValue(), said);
        } finally {
            Files.delete(output);
        }
    }

    Process start(Path output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./shop"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(worktree.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
