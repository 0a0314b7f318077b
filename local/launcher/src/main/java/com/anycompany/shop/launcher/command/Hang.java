package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.commandline.XRayEvents;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import com.anycompany.shop.launcher.supervise.Notices;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suspends one part for a while (SIGSTOP): it accepts connections and doesn't answer, as in a long collector pause. */
@Command(
        name = "hang",
        description = "Suspend one part: it is alive and doesn't answer, until the time is over or Ctrl-C.")
final class Hang implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "For example catalogservice, or just catalog; without it, the names are listed.",
            completionCandidates = PartNames.class)
    private String name = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How long (default: ${DEFAULT-VALUE}).")
    private Duration time = Duration.ofSeconds(10);

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final Terminal terminal = Terminal.standard();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        Part part = ShopPlan.of(folder, ports).part(name);
        ProcessHandle process = new RunningParts(folder)
                .of(part.name())
                .orElseThrow(() -> new UserError(part.name() + " isn't running; ./shop up starts it."));
        Instant stopped = clock.instant();
        signal("STOP", process);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> resume(part, process), "resume"));
        terminal.warn(part.name(), "hangs", "process " + process.pid() + ", for " + Durations.seconds(time));
        Notices.tell(folder, part.name(), "hangs", "for " + Durations.seconds(time) + ", by ./shop hang");
        events().tryToPost(
                        stopped,
                        XRayEvents.Type.CHAOS,
                        part.name() + " hangs",
                        "process " + process.pid() + ", by ./shop hang");
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        return 0;
    }

    /** Runs when this program is interrupted, too: nothing else would resume the part. */
    private void resume(Part part, ProcessHandle process) {
        if (process.isAlive()) {
            signal("CONT", process);
            terminal.good(part.name(), "goes on", "");
            Notices.tell(folder, part.name(), "goes on", "after a pause by ./shop hang");
            events().tryToPost(XRayEvents.Type.RECOVERED, part.name() + " goes on", "after a pause by ./shop hang");
        }
    }

    private XRayEvents events() {
        return new XRayEvents(URI.create(ports.url("xray")));
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            int failed = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .start()
                    .waitFor();
            if (failed != 0) {
                throw new UserError("Process " + process.pid() + " can't be sent SIG" + signal + "; is it yours?");
            }
        } catch (IOException e) {
            throw new UserError("SIG" + signal + " can't be sent: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
