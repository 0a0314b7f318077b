package com.anycompany.shop.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops one part for a while without ending it (SIGSTOP): it takes connections and answers nobody, as in a long pause. */
@Command(
        name = "hang",
        description = "Let one part hang: it is alive, and answers nobody, until the time is over or Ctrl-C.")
final class Hang implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE", description = "For example catalogservice, or just catalog.")
    private String name = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Durations.class,
            description = "How long (default: ${DEFAULT-VALUE}).")
    private Duration time = Duration.ofSeconds(10);

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws InterruptedException {
        Part part = ShopPlan.of(folder, ports).part(name);
        ProcessHandle process = new RunningParts(folder)
                .of(part.name())
                .orElseThrow(() -> new Refusal(part.name() + " isn't running; ./shop up starts it."));
        signal("STOP", process);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> goOn(part, process), "go on"));
        screen.warn(part.name(), "hangs", "process " + process.pid() + ", for " + Screen.seconds(time));
        XRayEvents.post(ports, "chaos", part.name() + " hangs", "process " + process.pid() + ", by ./shop hang");
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        return 0;
    }

    /** Also when this program is interrupted: nobody else would wake the part. */
    private void goOn(Part part, ProcessHandle process) {
        if (process.isAlive()) {
            signal("CONT", process);
            screen.good(part.name(), "goes on", "");
            XRayEvents.post(ports, "recovered", part.name() + " goes on", "after a pause by ./shop hang");
        }
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            int failed = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .start()
                    .waitFor();
            if (failed != 0) {
                throw new Refusal("Process " + process.pid() + " can't be sent SIG" + signal + "; is it yours?");
            }
        } catch (IOException e) {
            throw new Refusal("SIG" + signal + " can't be sent: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
