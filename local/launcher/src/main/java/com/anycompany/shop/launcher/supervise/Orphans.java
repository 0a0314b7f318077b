package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parts that a killed launcher left running. Those that serve, and that this launcher would start in just the same way, are
 * kept; the others are ended (docs/adr/048-launcher-keeps-what-serves.md).
 *
 * <p>A process is kept if all of this holds: its id and start time are those in its file; port, build, command line and
 * environment are those in its launch record and those of the part as planned now; the jar in {@code target} is the one that is
 * laid out; the operating system says that the process runs this command line; the part's health address answers.
 */
public record Orphans(ShopFolder folder, JavaRuntime java) {

    /**
     * @param kept the processes that go on, by the names of their parts
     * @param ended the names of the parts that were ended
     */
    public record Outcome(Map<String, ProcessHandle> kept, List<String> ended) {}

    /**
     * @param known all parts of the shop
     * @param wanted those that are to run now
     * @param grace how long each may take to end by itself before it is killed
     */
    public Outcome keepOrEnd(List<Part> known, List<Part> wanted, Duration grace) {
        RunningParts running = new RunningParts(folder);
        Map<String, ProcessHandle> kept = new ConcurrentHashMap<>();
        wanted.parallelStream()
                .forEach(part -> keepable(part, running).ifPresent(process -> kept.put(part.name(), process)));
        List<Part> others =
                known.stream().filter(part -> !kept.containsKey(part.name())).toList();
        return new Outcome(Map.copyOf(kept), running.endOrphans(others, grace));
    }

    private Optional<ProcessHandle> keepable(Part part, RunningParts running) {
        return running.of(part.name())
                .filter(process -> isOfThisBuild(part))
                .filter(process -> isAsPlanned(part, process, running))
                .filter(process -> HttpProbe.of(part).ready());
    }

    private boolean isOfThisBuild(Part part) {
        return AppFolder.of(folder, part.app()).isLaidOutFrom(folder.jar(part));
    }

    private boolean isAsPlanned(Part part, ProcessHandle process, RunningParts running) {
        PartRunner.Program planned = PartRunner.Program.of(folder, java, part, false);
        return running.wasStartedFrom(part.name(), planned.launchRecord(part)) && runs(process, planned.command());
    }

    private static boolean runs(ProcessHandle process, List<String> command) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).equals(command.subList(1, command.size())))
                .orElse(false);
    }
}
