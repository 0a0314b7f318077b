package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.app.StartupArchive;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Creates the life cycles of parts that run as processes of this machine. */
public record PartRunner(ShopFolder folder, JavaRuntime java, Duration startLimit, PartListener listener, Clock clock) {

    /** @param recorded the parts that are to write their start-up archive when they end */
    public List<PartLifecycle> lifecycles(List<Part> parts, Set<String> recorded) {
        return parts.stream()
                .map(part -> lifecycle(part, recorded.contains(part.name())))
                .toList();
    }

    private PartLifecycle lifecycle(Part part, boolean recorded) {
        AppFolder app = AppFolder.of(folder, part.app());
        StartupArchive archive = java.archive(app, part.heapMegabytes());
        List<String> command = java.command(
                app, part.heapMegabytes(), recorded ? archive.flagsToRecord() : archive.flagsToUse(), part.arguments());
        RunningParts running = new RunningParts(folder);
        Child.Launch launch = () -> {
            JavaProcess process = JavaProcess.start(command, part.environment(), folder.log(part.name()));
            running.remember(part.name(), process.handle());
            return process;
        };
        return new PartLifecycle(part, startLimit, launch, HttpProbe.of(part), listener, clock);
    }
}
