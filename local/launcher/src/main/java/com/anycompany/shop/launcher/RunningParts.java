package com.anycompany.shop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What runs, as the files below {@code .shop/run} tell: one per part, and one of the launcher itself. */
record RunningParts(ShopFolder folder) {

    private static final String LAUNCHER = "launcher";

    Optional<ProcessHandle> launcher() {
        return ProcessMark.read(file(LAUNCHER)).flatMap(ProcessMark::process);
    }

    Optional<ProcessHandle> of(String part) {
        return ProcessMark.read(file(part)).flatMap(ProcessMark::process);
    }

    void rememberLauncher() {
        ProcessMark.of(ProcessHandle.current()).write(file(LAUNCHER));
    }

    void remember(String part, ProcessHandle process) {
        ProcessMark.of(process).write(file(part));
    }

    void forget(String part) {
        delete(file(part));
    }

    void forgetLauncher() {
        delete(file(LAUNCHER));
    }

    /**
     * Ends what a launcher left that could not end it itself (it was killed); gives the names of what was still running.
     */
    List<String> endOrphans(List<Part> parts, Duration grace) {
        List<String> ended = new ArrayList<>();
        List<Part> lastFirst = new ArrayList<>(parts);
        Collections.reverse(lastFirst);
        for (Part part : lastFirst) {
            of(part.name()).ifPresent(process -> {
                end(process, grace);
                ended.add(part.name());
            });
            forget(part.name());
        }
        return ended;
    }

    static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!endsWithin(process, grace)) {
            process.destroyForcibly();
            endsWithin(process, Duration.ofSeconds(2));
        }
    }

    static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return !process.isAlive();
        }
    }

    /** What names a part's process to other programs: its id and its start in milliseconds. */
    Path file(String name) {
        return folder.run().resolve(name + ".pid");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
