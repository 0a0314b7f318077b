package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.XRayEvents;
import com.anycompany.shop.launcher.plan.Part;
import java.time.Duration;

/** Sends deaths and recoveries to X-Ray Local's event list, in the background and without retries. */
public record EventReporter(PartListener next, XRayEvents events) implements PartListener {

    @Override
    public void ready(Part part, Duration took) {
        next.ready(part, took);
    }

    @Override
    public void died(Part part, String how, Duration wait) {
        next.died(part, how, wait);
        post(XRayEvents.Type.DOWN, part.name() + " is down", how);
    }

    @Override
    public void recovered(Part part, Duration took) {
        next.recovered(part, took);
        post(XRayEvents.Type.RECOVERED, part.name() + " is back", "after " + Durations.seconds(took));
    }

    @Override
    public void failed(Part part, String how) {
        next.failed(part, how);
    }

    private void post(XRayEvents.Type type, String title, String detail) {
        Thread thread = new Thread(() -> events.tryToPost(type, title, detail), "event");
        thread.setDaemon(true);
        thread.start();
    }
}
