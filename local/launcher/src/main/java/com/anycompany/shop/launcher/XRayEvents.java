package com.anycompany.shop.launcher;

import java.time.Duration;
import java.util.Map;

/** Tells X-Ray Local what happened to the shop, so that the console can show it beside the traces. Best effort. */
record XRayEvents(PartListener next, Ports ports) implements PartListener {

    @Override
    public void ready(Part part, Duration took) {
        next.ready(part, took);
    }

    @Override
    public void died(Part part, String how, Duration wait) {
        next.died(part, how, wait);
        post("down", part.name() + " is down", how);
    }

    @Override
    public void recovered(Part part, Duration took) {
        next.recovered(part, took);
        post("recovered", part.name() + " is back", "after " + Screen.seconds(took));
    }

    @Override
    public void failed(Part part, String how) {
        next.failed(part, how);
    }

    private void post(String type, String title, String detail) {
        Thread thread = new Thread(() -> post(ports, type, title, detail), "event");
        thread.setDaemon(true);
        thread.start();
    }

    static void post(Ports ports, String type, String title, String detail) {
        try {
            JsonPost.to(ports.url("xray") + "/local/events", Map.of("type", type, "title", title, "detail", detail));
        } catch (Refusal e) {
            // Nobody depends on it, and X-Ray Local may be the very part that died.
        }
    }
}
