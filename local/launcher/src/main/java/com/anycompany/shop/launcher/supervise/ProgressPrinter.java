package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.time.Duration;

/** Prints the state changes of parts on the terminal, each after what a command did to cause it. */
public record ProgressPrinter(Terminal terminal, Ports ports, Notices notices) implements PartListener {

    @Override
    public void ready(Part part, Duration took) {
        String where = part.port() == null ? String.join(" ", part.arguments()) : ports.url(part.name());
        terminal.good(part.name(), "ready", String.format("%7s   %s", Durations.seconds(took), terminal.faint(where)));
    }

    @Override
    public void died(Part part, String how, Duration wait) {
        notices.print(terminal);
        String next = wait.isZero() ? "starting it again" : "starting it again in " + wait.toSeconds() + " s";
        terminal.warn(part.name(), "down", how + "; " + next);
    }

    @Override
    public void recovered(Part part, Duration took) {
        notices.print(terminal);
        terminal.good(part.name(), "back", "after " + Durations.seconds(took));
    }

    @Override
    public void failed(Part part, String how) {
        terminal.bad(part.name(), "failed", how);
    }
}
