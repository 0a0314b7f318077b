package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.ProcessEnd;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the shop from another terminal. */
@Command(name = "down", description = "Stop everything that ./shop up started, and nothing else.")
final class Down implements Callable<Integer> {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() {
        RunningParts running = new RunningParts(folder);
        Optional<ProcessHandle> launcher = running.launcher();
        launcher.ifPresent(process -> {
            process.destroy();
            if (!ProcessEnd.isReachedWithin(process, LONGEST_STOP)) {
                RunningParts.end(process, Duration.ZERO);
            }
        });
        List<Part> parts = ShopPlan.of(folder, Ports.inUse(folder)).parts();
        RunningParts.endTrainingRun(folder, parts, GRACE);
        List<String> orphans = running.endOrphans(parts, GRACE);
        running.forgetLauncher();
        if (launcher.isEmpty() && orphans.isEmpty()) {
            terminal.line("The shop isn't running.");
        } else if (launcher.isPresent()) {
            terminal.line("The shop is stopped.");
        } else {
            terminal.line("Ended what an earlier run left behind: " + String.join(", ", orphans) + ".");
        }
        return 0;
    }
}
