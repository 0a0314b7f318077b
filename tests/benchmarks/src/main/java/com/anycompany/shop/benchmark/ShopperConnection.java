package com.anycompany.shop.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
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

    private final InetSocketAddress address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    ShopperConnection(URI storefront) {
        address = new InetSocketAddress(storefront.getHost(), storefront.getPort());
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
        try {
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
            connected().getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return response(keepBody);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setSoTimeout(TIMEOUT_MILLIS);
            open.setTcpNoDelay(true);
            open.connect(address, TIMEOUT_MILLIS);
            in = new BufferedInputStream(open.getInputStream(), 32 * 1024);
            socket = open;
        }
        return open;
    }

    private Response response(boolean keepBody) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        String location = "";
        long length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(name.length() + 1).trim();
            switch (name) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> closes = value.equals("close");
                case "location" -> location = value;
                case "set-cookie" -> keepCookie(value);
                default -> {}
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                read(size, keepBody, body);
                line();
            }
            line();
        } else {
            read(length, keepBody, body);
        }
        if (closes) {
            close();
        }
        return new Response(status, location, body.toString(StandardCharsets.UTF_8));
    }

    private void read(long length, boolean keep, ByteArrayOutputStream body) throws IOException {
        if (keep) {
            body.write(in.readNBytes((int) length));
        } else {
            in.skipNBytes(length);
        }
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

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The storefront closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is of no more use either way.
            }
        }
    }
}
