package com.anycompany.xray.local.robustness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Writes requests that HTTP forbids, or hardly allows: odd methods, paths and headers, chunks, lengths that lie, torn ends. */
final class HttpMutator implements Mutator {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "post", "P\0ST", "", "X".repeat(9000));
    private static final List<String> VERSIONS =
            List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "HTTP", "", "x\r\ny");
    private static final List<String> ENDINGS =
            List.of("?", "?a=%", "?x=%zz&start=1", "%00", "/..", "//", ";p=1", "\u00e9", "#f", " ", "y".repeat(20_000));
    private static final List<String> HOSTS = List.of(
            "", "evil.example", "[::1", "localhost:99999", "localhost:x", "a\tb", "local\u0000host", "h".repeat(300));
    private static final List<String> LENGTHS =
            List.of("0", "1", "99999", "-1", "9223372036854775808", "x", "", "1, 2", "0x10", "+5");
    private static final List<String> MORE = List.of(
            "Expect: 100-continue",
            "Content-Encoding: gzip",
            "Content-Type: application/x-protobuf",
            "Content-Type: ;;;=\"",
            "Accept-Encoding: gzip;q=x",
            "Origin: null",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "Range: bytes=5-1",
            "If-None-Match: \"",
            "Cookie: " + "c=1; ".repeat(4000),
            "Transfer-Encoding: identity",
            " folded: yes",
            "no colon",
            ": no name",
            "X-\u00e9: \u00e9",
            "X: \u0000\u0001",
            "X: bare\nY: line feed");

    private final Random random;
    private final Mutator bodies;
    private final ByteMutator bytes;

    HttpMutator(Random random, List<byte[]> bodies) {
        this.random = random;
        this.bodies = new JsonMutator(random, bodies);
        this.bytes = new ByteMutator(random, bodies);
    }

    @Override
    public byte[] next() {
        byte[] body = bodies.next();
        boolean chunked = oneIn(4);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        text(request, startLine() + "\r\n" + headers(body.length, chunked) + "\r\n");
        if (chunked) {
            chunks(request, body);
        } else {
            request.writeBytes(body);
        }
        byte[] whole = request.toByteArray();
        if (oneIn(6)) {
            whole = Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        return oneIn(6) ? bytes.spoilt(whole) : whole;
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String startLine() {
        String path = any(Requests.PATHS) + (oneIn(5) ? any(ENDINGS) : "");
        return (oneIn(5) ? any(METHODS) : "POST") + " " + path + " " + (oneIn(8) ? any(VERSIONS) : "HTTP/1.1");
    }

    private String headers(int length, boolean chunked) {
        StringBuilder headers = new StringBuilder();
        if (!oneIn(10)) {
            headers.append("Host: ").append(oneIn(8) ? any(HOSTS) : "localhost").append("\r\n");
        }
        if (chunked) {
            headers.append("Transfer-Encoding: chunked\r\n");
        }
        if (!chunked || oneIn(5)) {
            headers.append("Content-Length: ")
                    .append(oneIn(4) ? any(LENGTHS) : length)
                    .append("\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            headers.append(any(MORE)).append("\r\n");
        }
        return headers.append(oneIn(3) ? "" : "Connection: close\r\n").toString();
    }

    private void chunks(ByteArrayOutputStream out, byte[] body) {
        for (int from = 0; from < body.length; ) {
            int length = Math.min(body.length - from, 1 + random.nextInt(2000));
            String size = oneIn(12) ? any(LENGTHS) : Integer.toHexString(length);
            text(out, size + (oneIn(10) ? ";ext=\"" : "") + "\r\n");
            out.write(body, from, length);
            text(out, oneIn(15) ? "" : "\r\n");
            from += length;
        }
        text(out, oneIn(8) ? "0" : oneIn(8) ? "0\r\nTrailer: x\r\n\r\n" : "0\r\n\r\n");
    }
}
