package com.anycompany.xray.local.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Processor time of a page's main thread as counted by Chromium: scripts, layout, painting. */
final class PageThread implements AutoCloseable {

    private final CDPSession session;

    PageThread(Page page) {
        session = page.context().newCDPSession(page);
        JsonObject processorTime = new JsonObject();
        processorTime.addProperty("timeDomain", "threadTicks");
        session.send("Performance.enable", processorTime);
    }

    /** The time since the thread started. */
    double millis() {
        for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject named = metric.getAsJsonObject();
            if (named.get("name").getAsString().equals("TaskDuration")) {
                return named.get("value").getAsDouble() * 1000;
            }
        }
        throw new AssertionError("Chromium doesn't say how long its tasks took");
    }

    @Override
    public void close() {
        session.detach();
    }
}
