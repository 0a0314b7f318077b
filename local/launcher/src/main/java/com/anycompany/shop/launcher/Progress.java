package com.anycompany.shop.launcher;

import java.time.Duration;

/** Shows on the screen what happens to the parts. */
record Progress(Screen screen, Ports ports) implements PartListener {

    @Override
    public void ready(Part part, Duration took) {
        String where = part.port() == null ? String.join(" ", part.arguments()) : ports.url(part.name());
        screen.good(part.name(), "ready", String.format("%7s   %s", Screen.seconds(took), screen.faint(where)));
    }

    @Override
    public void died(Part part, String how, Duration wait) {
        String next = wait.isZero() ? "starting it again" : "starting it again in " + wait.toSeconds() + " s";
        screen.warn(part.name(), "down", how + "; " + next);
    }

    @Override
    public void recovered(Part part, Duration took) {
        screen.good(part.name(), "back", "after " + Screen.seconds(took));
    }

    @Override
    public void failed(Part part, String how) {
        screen.bad(part.name(), "failed", how);
    }
}
