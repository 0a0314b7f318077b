package com.anycompany.xray.local.console;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** Static files of the console and of its libraries (WebJars), from the class path, with ETag and gzip. */
public final class StaticFiles implements Endpoint {

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
    private static final int MIN_COMPRESSED = 1024;
    /** Where the page is: AWS's consoles are at the last two, so that their links work with another host. */
    private static final Set<String> PAGES = Set.of("/", "/console/", "/xray/home", "/cloudwatch/home");

    private static final String CONSOLE = "console/";
    private static final String BUNDLE = CONSOLE + "bundle/";
    /** The bundles by name, each with the file of the console that it starts from. */
    private static final Map<String, String> BUNDLES = Map.of(
            "app.js", "app/app.js",
            "layoutWorker.js", "graph/layoutWorker.js",
            "styles.css", "app/styles.css");

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

    /** @param packed the bytes compressed with gzip, if the file is large enough
     * @param tag the ETag
     */
    private record File(byte[] bytes, Optional<byte[]> packed, String tag) {}

    @Override
    public boolean serves(String method, String path) {
        return method.equals("GET") || method.equals("HEAD");
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String path = request.path();
        if (path.startsWith("/webjars/")) {
            return respond(path.substring(1), "public, max-age=31536000, immutable", request);
        }
        String file = PAGES.contains(path) ? "/console/index.html" : path;
        return respond(file.substring(1), "no-cache", request);
    }

    private HttpResponse respond(String resource, String cacheControl, HttpRequest request) {
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        boolean servable = type != null && !resource.contains("..") && !resource.contains("//");
        Optional<File> file = servable ? file(resource) : Optional.empty();
        if (file.isEmpty()) {
            return notFound();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", String.valueOf(type));
        headers.put("Cache-Control", cacheControl);
        headers.put("ETag", file.get().tag());
        headers.put("Vary", "Accept-Encoding");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Content-Security-Policy", POLICY);
        String held = request.header("If-None-Match");
        if (held != null && held.contains(file.get().tag())) {
            return new HttpResponse(304, new byte[0], headers);
        }
        Optional<byte[]> packed = file.get().packed();
        if (acceptsGzip(request) && packed.isPresent()) {
            headers.put("Content-Encoding", "gzip");
            return new HttpResponse(200, packed.get(), headers);
        }
        return new HttpResponse(200, file.get().bytes(), headers);
    }

    private static HttpResponse notFound() {
        byte[] text = "Not found\n".getBytes(StandardCharsets.US_ASCII);
        return new HttpResponse(404, text, Map.of("Content-Type", "text/plain; charset=utf-8")).uncached();
    }

    private static boolean acceptsGzip(HttpRequest request) {
        String encodings = request.header("Accept-Encoding");
        return encodings != null && encodings.contains("gzip");
    }

    /** Caches existing files only, so that requests for unknown names don't fill the memory. */
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
        String entry = resource.startsWith(BUNDLE) ? BUNDLES.get(resource.substring(BUNDLE.length())) : null;
        return entry != null
                ? Optional.of(file(Bundler.bundle(entry, StaticFiles::source).getBytes(StandardCharsets.UTF_8)))
                : bytes(resource).map(StaticFiles::file);
    }

    private static String source(String name) {
        byte[] bytes = bytes(CONSOLE + name).orElseThrow(() -> new IllegalStateException("there is no " + name));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> bytes(String resource) {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File file(byte[] bytes) {
        return new File(bytes, bytes.length < MIN_COMPRESSED ? Optional.empty() : Optional.of(pack(bytes)), tag(bytes));
    }

    /** A weak ETag, because compressed and plain bytes share it. */
    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
