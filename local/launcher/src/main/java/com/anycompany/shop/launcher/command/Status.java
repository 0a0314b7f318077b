package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import com.anycompany.shop.launcher.supervise.HttpProbe;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints for each part its state, port, process id, uptime and memory. */
@Command(name = "status", description = "Tell what runs, where and since when. Exit code 1 unless everything is ready.")
final class Status implements Callable<Integer> {

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final RunningParts running = new RunningParts(folder);
    private final Terminal terminal = Terminal.standard();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Ports ports = Ports.inUse(folder);
        boolean allReady = true;
        long memory = 0;
        int started = 0;
        for (Part part : ShopPlan.of(folder, ports).parts()) {
            Optional<ProcessHandle> process = running.of(part.name());
            if (process.isPresent()) {
                started++;
                Memory size = Memory.of(process.get().pid());
                memory += size.megabytes();
                boolean ready = HttpProbe.of(part).ready();
                allReady &= ready;
                show(part, process.get(), size, ready);
            } else if (part.isService() || part.stage() == Part.Stage.FOUNDATION) {
                allReady = false;
                terminal.bad(part.name(), "down", "");
            } else {
                terminal.warn(part.name(), "off", "");
            }
        }
        if (running.launcher().isEmpty()) {
            terminal.line(
                    started == 0
                            ? "The shop isn't running; ./shop up starts it."
                            : "The launcher is gone; its parts go on alone. ./shop up takes them over, ./shop down ends them.");
            return 1;
        }
        if (started == 0) {
            terminal.line("The shop is being prepared; its parts start after that.");
        }
        if (memory > 0) {
            terminal.line("Together " + memory + " MB.");
        }
        return allReady ? 0 : 1;
    }

    private void show(Part part, ProcessHandle process, Memory size, boolean ready) {
        String since = process.info()
                .startInstant()
                .map(start -> "up " + uptime(Duration.between(start, clock.instant())))
                .orElse("");
        String port = part.port() == null ? "-" : part.port().toString();
        String detail =
                detail("port " + port, "pid " + process.pid(), since, size.toString(), terminal.detailColumns());
        if (ready) {
            terminal.good(part.name(), "ready", detail);
        } else {
            terminal.warn(part.name(), "starting", detail);
        }
    }

    /** The fields in columns; a narrow terminal shows those that matter most: the port, the time, and the memory before the process. */
    static String detail(String port, String pid, String since, String memory, int most) {
        String all = String.format("%-10s  %-11s  %-12s %s", port, pid, since, memory);
        if (all.length() <= most) {
            return all;
        }
        String withoutProcess = String.format("%-10s  %-12s %s", port, since, memory);
        return withoutProcess.length() <= most
                ? withoutProcess
                : String.format("%-10s  %s", port, since).stripTrailing();
    }

    private static String uptime(Duration up) {
        return up.toHours() > 0
                ? up.toHours() + "h" + up.toMinutesPart() + "m"
                : up.toMinutes() > 0 ? up.toMinutes() + "m" + up.toSecondsPart() + "s" : up.toSeconds() + "s";
    }
}
