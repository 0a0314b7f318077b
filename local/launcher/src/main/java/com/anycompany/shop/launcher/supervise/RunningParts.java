package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.commandline.ProcessFile;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The running processes, as recorded in {@code .shop/run}: a file for each part, and one for the launcher itself. */
public record RunningParts(ShopFolder folder) {

    private static final String LAUNCHER = "launcher";

    public Optional<ProcessHandle> launcher() {
        return file(LAUNCHER).runningProcess();
    }

    public Optional<ProcessHandle> of(String part) {
        return file(part).runningProcess();
    }

    public void rememberLauncher() {
        file(LAUNCHER).write(ProcessHandle.current());
    }

    void remember(String part, ProcessHandle process) {
        file(part).write(process);
    }

    public void forget(String part) {
        file(part).delete();
    }

    public void forgetLauncher() {
        file(LAUNCHER).delete();
    }

    /**
     * Ends the parts that a killed launcher left running, the last stage first.
     *
     * @return the names of those that were still running
     */
    public List<String> endOrphans(List<Part> parts, Duration grace) {
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

    public static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!endsWithin(process, grace)) {
            process.destroyForcibly();
            endsWithin(process, Duration.ofSeconds(2));
        }
    }

    public static boolean endsWithin(ProcessHandle process, Duration limit) {
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

    /** The file that identifies a part's process to other programs. */
    public ProcessFile file(String name) {
        return new ProcessFile(folder.run().resolve(name + ".pid"));
    }
}
