package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.DocumentField;
import org.jspecify.annotations.Nullable;

/** The {@code http} block, from the stable names of OpenTelemetry's HTTP conventions and those before them. */
record HttpBlock(Block block, int status, @Nullable String host) {

    static HttpBlock of(Attributes span) {
        String method = span.text("http.request.method", "http.method");
        String agent = span.text("user_agent.original", "http.user_agent");
        boolean http = method != null || span.has("http.status_code") || span.has("http.response.status_code");
        int status = (int) Math.max(0, Math.min(999, span.number("http.response.status_code", "http.status_code")));
        String host = span.peek("server.address", "net.peer.name", "http.host", "net.host.name");
        String url = http ? url(span, host) : null;
        String told = http ? span.text("client.address", "http.client_ip") : null;
        String peer = http ? span.text("network.peer.address", "net.sock.peer.addr", "net.peer.ip") : null;
        Block request = new Block()
                .put(DocumentField.METHOD, method)
                .put(DocumentField.URL, url)
                .put(DocumentField.USER_AGENT, agent)
                .put(DocumentField.CLIENT_IP, told == null ? peer : told)
                .flag("x_forwarded_for", told != null && peer != null && !told.equals(peer));
        Block response = new Block()
                .putNumber(DocumentField.STATUS, status)
                .putNumber("content_length", span.number("http.response.body.size", "http.response_content_length"));
        return new HttpBlock(
                new Block().put(DocumentField.REQUEST, request).put(DocumentField.RESPONSE, response),
                status,
                host(host, url));
    }

    private static @Nullable String url(Attributes span, @Nullable String host) {
        String whole = span.text("url.full", "http.url");
        String scheme = span.text("url.scheme", "http.scheme");
        String port = span.text("server.port", "net.peer.port", "net.host.port");
        String path = span.text("url.path");
        String query = span.text("url.query");
        String target = span.text("http.target");
        if (whole != null) {
            return whole;
        }
        if (target == null && path == null) {
            return host == null ? null : origin(scheme, host, port);
        }
        String rest = path == null ? target : query == null ? path : path + "?" + query;
        return host == null ? rest : origin(scheme, host, port) + rest;
    }

    private static String origin(@Nullable String scheme, String host, @Nullable String port) {
        String used = scheme == null ? "http" : scheme;
        boolean usual = port == null || host.contains(":") || port.equals(used.equals("https") ? "443" : "80");
        return used + "://" + host + (usual ? "" : ":" + port);
    }

    /** The host that was called, without its port. */
    private static @Nullable String host(@Nullable String host, @Nullable String url) {
        String authority = host;
        if (authority == null && url != null && url.contains("://")) {
            int start = url.indexOf("://") + 3;
            int end = url.indexOf('/', start);
            authority = end < 0 ? url.substring(start) : url.substring(start, end);
        }
        if (authority == null || authority.startsWith("[")) {
            return authority;
        }
        int port = authority.indexOf(':');
        return port < 0 ? authority : authority.substring(0, port);
    }
}
