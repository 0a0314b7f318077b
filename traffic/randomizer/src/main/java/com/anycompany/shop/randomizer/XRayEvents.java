package com.anycompany.shop.randomizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells X-Ray Local too, whose console shows these moments beside the traces. It does so in the background, since a recovery
 * is being measured, and best effort: nobody depends on it.
 */
final class XRayEvents implements Witness, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI events;
    private final boolean recoveriesToo;
    private final Witness next;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private boolean complained;

    /**
     * @param xray its address, such as {@code http://localhost:2000}
     * @param recoveriesToo false where the victims' supervisor already tells them
     */
    XRayEvents(URI xray, boolean recoveriesToo, Witness next) {
        this.events = xray.resolve("/local/events");
        this.recoveriesToo = recoveriesToo;
        this.next = next;
    }

    @Override
    public void wouldKill(Victim victim) {
        next.wouldKill(victim);
    }

    @Override
    public void killed(Victim victim) {
        next.killed(victim);
        post("chaos", victim.service() + " was killed", victim.identity() + ", by the randomizer");
    }

    @Override
    public void back(Victim victim, Duration took) {
        next.back(victim, took);
        if (recoveriesToo) {
            post("recovered", victim.service() + " is back", "after " + Durations.seconds(took));
        }
    }

    @Override
    public void notBack(Victim victim, Duration patience) {
        next.notBack(victim, patience);
        post("down", victim.service() + " is not back", "after " + Durations.seconds(patience));
    }

    @Override
    public void hindered(String what) {
        next.hindered(what);
    }

    /** Gives the last event a moment to arrive. */
    @Override
    public void close() {
        try {
            sending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            // Has been told, or will never be known.
        }
    }

    private void post(String type, String title, String detail) {
        HttpRequest request = HttpRequest.newBuilder(events)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(type, title, detail)))
                .build();
        sending = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenAccept(answer -> complainUnless(answer.statusCode() < 300, "it answers " + answer.statusCode()))
                .exceptionally(e -> {
                    complainUnless(false, "it doesn't answer");
                    return null;
                });
    }

    /** Once is enough. */
    private synchronized void complainUnless(boolean arrived, String why) {
        if (!arrived && !complained) {
            complained = true;
            next.hindered("X-Ray Local doesn't hear of this at " + events + ": " + why);
        }
    }

    private static String json(String type, String title, String detail) {
        try {
            return JSON.writeValueAsString(Map.of("type", type, "title", title, "detail", detail));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(title, e);
        }
    }
}
