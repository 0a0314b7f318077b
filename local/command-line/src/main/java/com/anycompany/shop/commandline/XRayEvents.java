package com.anycompany.shop.commandline;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Client of X-Ray Local's event list ({@code POST /local/events}), which the console shows beside the traces. Writes its JSON
 * itself, so that the programs that use it need no JSON library for three strings.
 */
public final class XRayEvents {

    /** What kind of event it is; the console chooses its mark by this. */
    public enum Type {
        CAPACITY,
        CHAOS,
        DOWN,
        RECOVERED
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final URI address;

    /** @param xray the address of X-Ray Local, such as {@code http://localhost:2000} */
    public XRayEvents(URI xray) {
        this.address = xray.resolve("/local/events");
    }

    public URI address() {
        return address;
    }

    /**
     * Posts an event of this moment.
     *
     * @throws IOException if X-Ray Local doesn't accept the event; its message completes "X-Ray Local at …"
     */
    public void post(Type type, String title, String detail) throws IOException {
        postJson(json(type, title, detail, ""));
    }

    /** As the other {@code post}, for an event that happened before: a kill has its place before the death that it caused. */
    public void post(Instant at, Type type, String title, String detail) throws IOException {
        postJson(json(type, title, detail, time(at)));
    }

    private void postJson(String json) throws IOException {
        int status = send(json);
        if (status >= 300) {
            throw new IOException("answers " + status);
        }
    }

    /** As {@code post}, but an event that can't be delivered is lost without notice. */
    public void tryToPost(Type type, String title, String detail) {
        tryToPost(json(type, title, detail, ""));
    }

    /** As {@code post}, but an event that can't be delivered is lost without notice. */
    public void tryToPost(Instant at, Type type, String title, String detail) {
        tryToPost(json(type, title, detail, time(at)));
    }

    private void tryToPost(String json) {
        try {
            postJson(json);
        } catch (IOException e) {
            // No command depends on its event, and X-Ray Local may be the very part that is down.
        }
    }

    private int send(String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            connection.setConnectTimeout((int) TIMEOUT.toMillis());
            connection.setReadTimeout((int) TIMEOUT.toMillis());
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new IOException("doesn't answer", e);
        } finally {
            connection.disconnect();
        }
    }

    private static String json(Type type, String title, String detail, String more) {
        return "{\"type\":" + quoted(type.name().toLowerCase(Locale.ROOT)) + ",\"title\":" + quoted(title)
                + ",\"detail\":" + quoted(detail) + more + "}";
    }

    private static String time(Instant at) {
        return String.format(Locale.ROOT, ",\"time\":%.3f", at.toEpochMilli() / 1000.0);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
