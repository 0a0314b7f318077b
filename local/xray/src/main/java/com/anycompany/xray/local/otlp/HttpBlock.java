package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.DocumentField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code http} block, from the stable names of OpenTelemetry's HTTP conventions and those before them. */
record HttpBlock(Block block, int status, @Nullable Address server) {

    /**
     * Names of the server's own host and port, as it tells them. What the Host header says has its port with it; without one
     * it is the scheme's own, whatever the socket's is.
     */
    private static final String[][] OWN = {
        {"server.address", "server.port"},
        {"http.host"},
        {"http.server_name", "net.host.port"},
        {"net.host.name", "net.host.port"},
        {"http.request.header.host"},
        {"net.host.ip", "net.host.port"},
        {"net.sock.host.addr", "net.sock.host.port"},
        {"network.local.address", "network.local.port"}
    };

    /** Names of the server's host and port, as its client tells them. */
    private static final String[][] PEER = {
        {"server.address", "server.port"},
        {"net.peer.name", "net.peer.port"},
        {"http.host"},
        {"network.peer.address", "network.peer.port"},
        {"net.peer.ip", "net.peer.port"}
    };

    /**
     * A host and its port.
     *
     * @param port null if it isn't told, or is part of the host
     */
    record Address(String host, @Nullable String port) {

        /** With the port, unless that is the scheme's own. */
        String authority(String scheme) {
            String name = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[") ? "[" + host + "]" : host;
            boolean told = name.startsWith("[") ? name.contains("]:") : name.contains(":");
            boolean usual = port == null || port.equals(scheme.equals("https") ? "443" : "80");
            return told || usual ? name : name + ":" + port;
        }

        /** The host alone. */
        String name() {
            if (host.startsWith("[")) {
                return host.substring(0, host.indexOf(']') < 0 ? host.length() : host.indexOf(']') + 1);
            }
            int port = host.indexOf(':');
            return port < 0 || port != host.lastIndexOf(':') ? host : host.substring(0, port);
        }
    }

    /**
     * @param called whether the span was called, as a server is. Its peer is then the client, which is no part of the URL;
     * otherwise the peer is the server
     */
    static HttpBlock of(Attributes span, List<Span.Event> events, boolean called) {
        String method = span.text("http.request.method", "http.method");
        String agent = span.text("user_agent.original", "http.user_agent");
        boolean http = method != null
                || span.peek(
                                "http.status_code",
                                "http.response.status_code",
                                "url.full",
                                "http.url",
                                "url.path",
                                "http.target",
                                "http.host")
                        != null;
        int status = (int) Math.max(0, Math.min(999, span.number("http.response.status_code", "http.status_code")));
        Address server = address(span, called ? OWN : PEER);
        String url = http ? url(span, server) : null;
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
                .putNumber("content_length", http ? ResponseSize.of(span, events) : 0);
        return new HttpBlock(
                new Block().put(DocumentField.REQUEST, request).put(DocumentField.RESPONSE, response),
                status,
                server == null && url != null ? addressIn(url) : server);
    }

    private static @Nullable Address address(Attributes span, String[][] names) {
        for (String[] hostAndPort : names) {
            String host = span.peekFirst(hostAndPort[0]);
            if (host != null) {
                return new Address(host, hostAndPort.length > 1 ? span.peek(hostAndPort[1]) : null);
            }
        }
        return null;
    }

    private static @Nullable String url(Attributes span, @Nullable Address server) {
        String whole = span.text("url.full", "http.url");
        String told = span.text("url.scheme", "http.scheme");
        String scheme = told == null ? "http" : told;
        String path = span.text("url.path");
        String query = span.text("url.query");
        String target = span.text("http.target");
        if (whole != null && (server == null || !whole.startsWith("/"))) {
            return whole;
        }
        span.take("server.port", "net.host.port");
        String rest = path == null ? (target == null ? whole : target) : withQuery(path, query);
        if (server == null) {
            return rest;
        }
        return scheme + "://" + server.authority(scheme) + (rest == null ? "" : rest);
    }

    private static String withQuery(String path, @Nullable String query) {
        return query == null ? path : path + (query.startsWith("?") ? "" : "?") + query;
    }

    private static @Nullable Address addressIn(String url) {
        int start = url.indexOf("://") + 3;
        if (start < 3) {
            return null;
        }
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(url.substring(start, end).lastIndexOf('@') + 1 + start, end);
        return authority.isEmpty() ? null : new Address(authority, null);
    }

    /** The host that was called, without its port. */
    @Nullable
    String host() {
        return server == null ? null : server.name();
    }
}
