package com.anycompany.shop.randomizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the launcher writes of a process: its id and its start in milliseconds, {@code 4711 1795545600000}. An id alone may
 * belong to somebody else's process by the time it is read.
 */
record ProcessMark(long pid, Instant started) {

    /** The operating system's start time wavers by its clock's corrections. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The process that the file names, if it still runs. */
    static Optional<ProcessHandle> running(Path file) throws Obstacle {
        try {
            String[] fields = Files.readString(file).strip().split(" ");
            return new ProcessMark(Long.parseLong(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])))
                    .process();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // The launcher is writing it just now.
            return Optional.empty();
        } catch (IOException e) {
            throw new Obstacle("can't read " + file + " (" + e.getMessage() + ")");
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThisOne);
    }

    private boolean isThisOne(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
