package com.anycompany.shop.randomizer;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;

/**
 * A service that runs as a process on this machine and that somebody starts again when it dies.
 *
 * @param health answers 200 when the service does its work
 * @param mark the file that names its process, see {@link ProcessMark}
 */
record LocalService(String name, URI health, Path mark) {

    private static final int PATIENCE_MILLIS = 1000;

    /** {@code NAME,URL,FILE}; the file comes last because its name may hold anything. */
    static LocalService parse(String text) {
        String[] fields = text.split(",", 3);
        if (fields.length < 3) {
            throw new IllegalArgumentException("'" + text + "' isn't NAME,HEALTH_URL,PID_FILE");
        }
        return new LocalService(fields[0], URI.create(fields[1]), Path.of(fields[2]));
    }

    boolean isHealthy() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
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
