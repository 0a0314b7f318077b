package com.anycompany.shop.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keep-alive connection that reads pages at a fraction of an HTTP client's cost, so that the shop gets the processors. */
final class RawConnection {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final InetSocketAddress address;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    RawConnection(URI storefront) {
        address = new InetSocketAddress(storefront.getHost(), storefront.getPort());
    }

    /** Reads the page and returns its status. */
    int get(String path) throws IOException {
        try {
            Socket open = connected();
            open.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return response();
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
            in = new BufferedInputStream(open.getInputStream(), 16 * 1024);
            socket = open;
        }
        return open;
    }

    private int response() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
            closes |= lower.equals("connection: close");
        }
        if (chunked) {
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                in.skipNBytes(size + 2L);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        if (closes) {
            close();
        }
        return status;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    void close() {
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
