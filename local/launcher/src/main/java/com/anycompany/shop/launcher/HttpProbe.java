package com.anycompany.shop.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Ready is what answers 200; no client library, since the launcher must be up before everything else. */
record HttpProbe(URI uri, Duration patience) implements Child.Probe {

    /** The probe of a part; a part without a port is ready because it runs. */
    static Child.Probe of(Part part) {
        Integer port = part.port();
        return port == null
                ? () -> true
                : new HttpProbe(URI.create("http://127.0.0.1:" + port + part.healthPath()), Duration.ofSeconds(1));
    }

    @Override
    public boolean ready() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
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
