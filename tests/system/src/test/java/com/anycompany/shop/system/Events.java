package com.anycompany.shop.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What X-Ray Local was told beside the traces, and marks on its time axes: what was done to the shop, and by whom. */
record Events(URI xray) {

    static Events of(Shop shop) {
        return new Events(URI.create(shop.ports().url("xray")));
    }

    /** {@code chaos: cartservice was killed (process 4711, by ./shop kill)}, oldest first. */
    List<String> since(Instant start) throws IOException {
        URI address = xray.resolve("/local/events?start=" + start.getEpochSecond() + "&end="
                + (Instant.now().getEpochSecond() + 1));
        List<String> told = new ArrayList<>();
        try (InputStream in = address.toURL().openStream()) {
            JsonMapper.shared()
                    .readTree(in.readAllBytes())
                    .path("events")
                    .forEach(event -> told.add("%s: %s (%s)"
                            .formatted(
                                    event.path("type").asString(),
                                    event.path("title").asString(),
                                    event.path("detail").asString(""))));
        }
        return told;
    }
}
