package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.app.StartupArchive;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Creates the life cycles of parts that run as processes of this machine. */
public record PartRunner(ShopFolder folder, JavaRuntime java, Duration startLimit, PartListener listener, Clock clock) {

    /** @param recorded the parts that are to write their start-up archive when they end */
    public List<PartLifecycle> lifecycles(List<Part> parts, Set<String> recorded) {
        return lifecycles(parts, recorded, Map.of());
    }

    /** @param kept processes that already run, by the names of their parts; the first start of such a part takes its process over */
    public List<PartLifecycle> lifecycles(List<Part> parts, Set<String> recorded, Map<String, ProcessHandle> kept) {
        Map<String, PartLifecycle> byName = new HashMap<>();
        List<PartLifecycle> lifecycles = new ArrayList<>();
        for (Part part : parts) {
            Program program = Program.of(folder, java, part, recorded.contains(part.name()));
            PartLifecycle lifecycle = new PartLifecycle(
                    part, startLimit, launch(part, program, kept), HttpProbe.of(part), listener, clock);
            byName.put(part.name(), lifecycle);
            lifecycles.add(lifecycle);
        }
        for (PartLifecycle lifecycle : lifecycles) {
            lifecycle.needs(lifecycle.part().needs().stream()
                    .filter(byName::containsKey)
                    .map(byName::get)
                    .toList());
        }
        return lifecycles;
    }

    private Child.Launch launch(Part part, Program program, Map<String, ProcessHandle> kept) {
        RunningParts running = new RunningParts(folder);
        AtomicReference<Child> first = new AtomicReference<>();
        ProcessHandle process = kept.get(part.name());
        if (process != null) {
            first.set(new AdoptedProcess(process));
        }
        return () -> {
            Child adopted = first.getAndSet(null);
            if (adopted != null) {
                return adopted;
            }
            folder.emptyTemporary(part.name());
            JavaProcess started = JavaProcess.start(program.command(), part.environment(), folder.log(part.name()));
            running.remember(part.name(), program.launchRecord(part), started.handle());
            return started;
        };
    }

    /**
     * What a part's process runs.
     *
     * @param build checksum of the jar that is laid out
     */
    record Program(List<String> command, String build) {

        static Program of(ShopFolder folder, JavaRuntime java, Part part, boolean recorded) {
            AppFolder app = AppFolder.of(folder, part.app());
            StartupArchive archive = java.archive(app, part.heapMegabytes());
            List<String> flags = new ArrayList<>(recorded ? archive.flagsToRecord() : archive.flagsToUse());
            Path temporary = folder.temporary(part.name());
            flags.add("-Djava.io.tmpdir=" + temporary);
            flags.addAll(part.jvmFlags());
            return new Program(java.command(app, part.heapMegabytes(), flags, part.arguments()), app.origin());
        }

        LaunchRecord launchRecord(Part part) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.putAll(part.environment());
            return LaunchRecord.of(part, build, command, environment);
        }
    }
}
