package com.anycompany.xray.local.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** The console's own files and the libraries it uses, both from the class path. */
final class StaticFiles {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));
    private static final int WORTH_PACKING = 1024;

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

    /** A file, and its packed form if that is worth while. */
    private record File(byte[] bytes, Optional<byte[]> packed) {}

    Reply get(String path, boolean acceptsGzip) {
        if (path.startsWith("/webjars/")) {
            return reply("META-INF/resources" + path, "public, max-age=31536000, immutable", acceptsGzip);
        }
        String file = path.equals("/") || path.equals("/console/") ? "/console/index.html" : path;
        return reply(file.substring(1), "no-cache", acceptsGzip);
    }

    private Reply reply(String resource, String cacheControl, boolean acceptsGzip) {
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        boolean servable = type != null && !resource.contains("..") && !resource.contains("//");
        Optional<File> file = servable ? file(resource) : Optional.empty();
        if (file.isEmpty()) {
            return Reply.text(404, "text/plain; charset=utf-8", "Not found\n");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", String.valueOf(type));
        headers.put("Cache-Control", cacheControl);
        headers.put("Vary", "Accept-Encoding");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Content-Security-Policy", POLICY);
        Optional<byte[]> packed = file.get().packed();
        if (acceptsGzip && packed.isPresent()) {
            headers.put("Content-Encoding", "gzip");
            return new Reply(200, packed.get(), headers);
        }
        return new Reply(200, file.get().bytes(), headers);
    }

    /** Only what exists is remembered: made-up names must not fill the memory. */
    private Optional<File> file(String resource) {
        Optional<File> known = files.get(resource);
        if (known != null) {
            return known;
        }
        Optional<File> read = read(resource);
        if (read.isPresent()) {
            files.put(resource, read);
        }
        return read;
    }

    private static Optional<File> read(String resource) {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            return Optional.of(
                    new File(bytes, bytes.length < WORTH_PACKING ? Optional.empty() : Optional.of(pack(bytes))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
