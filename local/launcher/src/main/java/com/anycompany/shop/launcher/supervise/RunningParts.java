package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.commandline.ProcessEnd;
import com.anycompany.shop.commandline.ProcessFile;
import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The running processes, as recorded in {@code .shop/run}: a file for each part, and one for the launcher itself. Beside a
 * part's file lies its {@link LaunchRecord}.
 */
public record RunningParts(ShopFolder folder) {

    private static final String LAUNCHER = "launcher";
    private static final Duration AFTER_SIGKILL = Duration.ofSeconds(2);

    public Optional<ProcessHandle> launcher() {
        return file(LAUNCHER).runningProcess();
    }

    public Optional<ProcessHandle> of(String part) {
        return file(part).runningProcess();
    }

    public void rememberLauncher() {
        file(LAUNCHER).write(ProcessHandle.current());
    }

    /** The record is written first: a launcher that is killed in between leaves a process that is ended, not one that is kept. */
    void remember(String part, LaunchRecord launched, ProcessHandle process) {
        try {
            Files.createDirectories(folder.run());
            Files.deleteIfExists(file(part).path());
            Files.writeString(recordFile(part), launched.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file(part).write(process);
    }

    /** Whether the recorded process of a part was started from exactly that. */
    boolean wasStartedFrom(String part, LaunchRecord expected) {
        try {
            Path file = recordFile(part);
            return Files.exists(file) && Files.readString(file).equals(expected.text());
        } catch (IOException e) {
            return false;
        }
    }

    public void forget(String part) {
        file(part).delete();
        try {
            Files.deleteIfExists(recordFile(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forgetLauncher() {
        file(LAUNCHER).delete();
    }

    /**
     * Ends the parts that a killed launcher left running: the last stage first, the parts of a stage together.
     *
     * @return the names of those that were still running
     */
    public List<String> endOrphans(List<Part> parts, Duration grace) {
        List<String> ended = new ArrayList<>();
        Part.Stage[] stages = Part.Stage.values();
        for (int i = stages.length - 1; i >= 0; i--) {
            Map<String, ProcessHandle> running = new LinkedHashMap<>();
            for (Part part : parts) {
                if (part.stage() == stages[i]) {
                    of(part.name()).ifPresent(process -> running.put(part.name(), process));
                }
            }
            endAll(running.values(), grace);
            ended.addAll(running.keySet());
        }
        parts.forEach(part -> forget(part.name()));
        return ended;
    }

    /** Ends a training run whose launcher was killed: its own process first, since that would start its parts again. */
    public static void endTrainingRun(ShopFolder folder, List<Part> parts, Duration grace) {
        RunningParts training = new RunningParts(folder.training());
        training.launcher().ifPresent(process -> end(process, grace));
        training.forgetLauncher();
        training.endOrphans(parts, Duration.ZERO);
    }

    /**
     * Sends SIGTERM, waits for the end, and sends SIGKILL after the grace period.
     *
     * @return whether it ended without SIGKILL
     */
    public static boolean end(ProcessHandle process, Duration grace) {
        return endAll(List.of(process), grace);
    }

    private static boolean endAll(Collection<ProcessHandle> processes, Duration grace) {
        Stopwatch stopwatch = Stopwatch.started();
        boolean allEnded = true;
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            if (!ProcessEnd.isReachedWithin(process, grace.minus(stopwatch.elapsed()))) {
                allEnded = false;
                process.destroyForcibly();
                ProcessEnd.isReachedWithin(process, AFTER_SIGKILL);
            }
        }
        return allEnded;
    }

    /** The file that identifies a part's process to other programs. */
    public ProcessFile file(String name) {
        return new ProcessFile(folder.run().resolve(name + ".pid"));
    }

    private Path recordFile(String part) {
        return folder.run().resolve(part + ".launched");
    }
}
