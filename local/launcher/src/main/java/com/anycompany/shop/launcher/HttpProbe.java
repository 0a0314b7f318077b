package com.anycompany.shop.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Ready is what answers 200; no client library, since the launcher must be up before everything else. */
record HttpProbe(URI uri, Duration patience) implements Child.Probe {

    /** The probe of a part; a part without a port is ready because it runs. */
    static Child.Probe of(Part part) {
        return address(part)
                .<Child.Probe>map(uri -> new HttpProbe(uri, Duration.ofSeconds(1)))
                .orElse(() -> true);
    }

    /** What answers 200 once the part is ready; empty for a part without a port. */
    static Optional<URI> address(Part part) {
        return Optional.ofNullable(part.port()).map(port -> URI.create("http://127.0.0.1:" + port + part.healthPath()));
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
