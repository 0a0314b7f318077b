package com.anycompany.shop.system;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it is well, as the launcher does. */
final class Probe {

    private static final int TIMEOUT_MILLIS = 2_000;

    private Probe() {}

    static boolean answers(String url) throws IOException {
        HttpURLConnection health =
                (HttpURLConnection) URI.create(url + "/actuator/health").toURL().openConnection();
        health.setConnectTimeout(TIMEOUT_MILLIS);
        health.setReadTimeout(TIMEOUT_MILLIS);
        return health.getResponseCode() == 200;
    }
}
