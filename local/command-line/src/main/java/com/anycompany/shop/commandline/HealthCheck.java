package com.anycompany.shop.commandline;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** HTTP health check: healthy is what answers 200 in time. Uses the JDK's oldest HTTP client, which loads fastest. */
public record HealthCheck(URI uri, Duration timeout) {

    public HealthCheck(URI uri) {
        this(uri, Duration.ofSeconds(1));
    }

    public boolean isHealthy() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
