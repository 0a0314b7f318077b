package com.anycompany.shop.launcher.image;

import com.anycompany.shop.commandline.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs Docker commands with their output in a log, whose end becomes the error message if one fails. */
public final class Docker {

    private static final int SHOWN_LINES = 8;

    private Docker() {}

    public static Docker onThisMachine() throws IOException, InterruptedException {
        try {
            Process version = new ProcessBuilder("docker", "version", "--format", "{{.Server.Version}}")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (version.waitFor() != 0) {
                throw new UserError(
                        "Docker's daemon doesn't answer (" + said.lines().reduce("", (a, b) -> b)
                                + "); start it, for example with: sudo systemctl start docker");
            }
        } catch (IOException absent) {
            throw new UserError(
                    "Images need Docker, and there is no docker on the PATH (Debian: apt install docker.io).");
        }
        return new Docker();
    }

    public void run(List<String> arguments, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        Files.createDirectories(log.getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            List<String> lines = Files.readAllLines(log);
            throw new UserError("docker " + arguments.get(0) + " failed:\n"
                    + lines.stream()
                            .skip(Math.max(0, lines.size() - SHOWN_LINES))
                            .collect(Collectors.joining("\n"))
                    + "\nAll of it is in " + log);
        }
    }
}
