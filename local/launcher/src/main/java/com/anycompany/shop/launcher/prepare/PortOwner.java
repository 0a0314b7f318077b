package com.anycompany.shop.launcher.prepare;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the process that listens on a port, with {@code ss} on Linux and {@code lsof} on macOS. */
final class PortOwner {

    private static final String FIND =
            "{ command -v ss >/dev/null && ss -Hltunp \"sport = :$0\" | sed -n 's/.*pid=\\([0-9]*\\).*/\\1/p'; }"
                    + " || lsof -nP -t -iTCP:\"$0\" -sTCP:LISTEN";

    private PortOwner() {}

    static Optional<Long> of(int port) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", FIND, "" + port)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var lines = process.inputReader()) {
                String pid = lines.readLine();
                process.waitFor(2, TimeUnit.SECONDS);
                return pid == null || pid.isBlank() ? Optional.empty() : Optional.of(Long.parseLong(pid.trim()));
            }
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
