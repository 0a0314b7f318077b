package com.anycompany.shop.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keep-alive connection that reads pages at a fraction of an HTTP client's cost, so that the shop gets the processors. */
final class RawConnection implements AutoCloseable {

    private final InetSocketAddress address;
    private final int timeoutMillis;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    RawConnection(URI storefront, int timeoutMillis) {
        this.address = new InetSocketAddress(storefront.getHost(), storefront.getPort());
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * @param location the header's value; empty if there is none
     * @param cookies the values of {@code Set-Cookie}
     * @param body empty unless it was asked for
     */
    record Response(int status, String location, List<String> cookies, String body) {}

    /** Reads the page and returns its status. */
    int get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", false)
                .status();
    }

    /** @param request its head, and its body if it has one, in ASCII */
    Response exchange(String request, boolean keepBody) throws IOException {
        try {
            connected().getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
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
            open.setSoTimeout(timeoutMillis);
            open.setTcpNoDelay(true);
            open.connect(address, timeoutMillis);
            in = new BufferedInputStream(open.getInputStream(), 32 * 1024);
            socket = open;
        }
        return open;
    }

    private Response response(boolean keepBody) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        String location = "";
        List<String> cookies = new ArrayList<>();
        long length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(name.length() + 1).trim();
            switch (name) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closes = value.equalsIgnoreCase("close");
                case "location" -> location = value;
                case "set-cookie" -> cookies.add(value);
                default -> {}
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
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
        return new Response(status, location, cookies, body.toString(StandardCharsets.UTF_8));
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private void read(long length, boolean keep, ByteArrayOutputStream body) throws IOException {
        if (keep) {
            body.write(in.readNBytes((int) length));
        } else {
            in.skipNBytes(length);
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
