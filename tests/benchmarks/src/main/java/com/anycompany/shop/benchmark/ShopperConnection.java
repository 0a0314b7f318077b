package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keep-alive connection of one shopper: it keeps cookies, as a browser does, and sends forms with their tokens. */
final class ShopperConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final RawConnection connection;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    ShopperConnection(URI storefront) {
        connection = new RawConnection(storefront, TIMEOUT_MILLIS);
    }

    /**
     * @param location the header's value; empty if there is none
     * @param body empty unless it was asked for
     */
    record Response(int status, String location, String body) {

        /** The hidden fields of the page's form with this action: its CSRF token, and what else it keeps. */
        Map<String, String> hiddenFields(String action) {
            int form = body.indexOf("action=\"" + action + "\"");
            int end = body.indexOf("</form>", form);
            Map<String, String> fields = new LinkedHashMap<>();
            if (form >= 0 && end >= 0) {
                Matcher field = HIDDEN.matcher(body.substring(form, end));
                while (field.find()) {
                    fields.put(field.group(1), field.group(2));
                }
            }
            return fields;
        }
    }

    /** Reads a page and drops its body. */
    int status(String path) throws IOException {
        return exchange("GET", path, null, false).status();
    }

    Response page(String path) throws IOException {
        return exchange("GET", path, null, true);
    }

    Response send(String path, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return exchange("POST", path, body, true);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Response exchange(String method, String path, @Nullable String form, boolean keepBody) throws IOException {
        StringBuilder request = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (!cookies.isEmpty()) {
            request.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        }
        if (form != null) {
            request.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(form.length())
                    .append("\r\n");
        }
        request.append("\r\n").append(form == null ? "" : form);
        RawConnection.Response response = connection.exchange(request.toString(), keepBody);
        response.cookies().forEach(this::keepCookie);
        return new Response(response.status(), response.location(), response.body());
    }

    private void keepCookie(String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (header.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
