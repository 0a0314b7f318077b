package com.anycompany.shop.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * File that identifies a process by its id and its start time in milliseconds, {@code 4711 1795545600000}. The id alone isn't
 * enough: the operating system may have given it to another process by the time it is read.
 */
public record ProcessFile(Path path) {

    /** The operating system derives the start time from its clock, whose corrections shift it. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public void write(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, process.pid() + " " + started.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The process, if it still runs. Empty, too, if there is no file, or if it is just being written.
     *
     * @throws UncheckedIOException if the file can't be read
     */
    public Optional<ProcessHandle> runningProcess() {
        try {
            String[] fields = Files.readString(path).strip().split(" ");
            if (fields.length != 2) {
                return Optional.empty();
            }
            Instant started = Instant.ofEpochMilli(Long.parseLong(fields[1]));
            return ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(process -> !ProcessEnd.isReached(process))
                    .filter(process -> startedAt(process, started));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + path + " (" + e.getMessage() + ")", e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
