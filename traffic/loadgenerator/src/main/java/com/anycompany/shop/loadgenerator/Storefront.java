package com.anycompany.shop.loadgenerator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The shop under load; all browsers share its connections, none shares its cookies. */
final class Storefront {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;

    Storefront(URI address) {
        this.address = address;
    }

    /** Fails if it doesn't answer; an error page is an answer. */
    void reach() throws IOException {
        HttpRequest home =
                HttpRequest.newBuilder(address).timeout(Browser.TIMEOUT).build();
        try {
            http.send(home, BodyHandlers.discarding());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Browser newBrowser(Traffic traffic) {
        return new Browser(http, address, traffic);
    }
}
