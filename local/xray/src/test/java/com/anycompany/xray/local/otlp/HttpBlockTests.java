package com.anycompany.xray.local.otlp;

import static com.anycompany.xray.local.otlp.Spans.at;
import static com.anycompany.xray.local.otlp.Spans.client;
import static com.anycompany.xray.local.otlp.Spans.document;
import static com.anycompany.xray.local.otlp.Spans.event;
import static com.anycompany.xray.local.otlp.Spans.server;
import static com.anycompany.xray.local.otlp.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * URLs and sizes. A server's URL is put together as OpenTelemetry's older HTTP conventions say ("HTTP server semantic
 * conventions"), and the newer ones ("http-spans", "url").
 */
class HttpBlockTests {

    private static Object url(Map<?, ?> document) {
        return at(document, "http/request/url");
    }

    /** Case 02. */
    @Test
    void serversUrl_hasNothingOfItsPeer() {
        assertThat(url(server(Map.ofEntries(
                        Map.entry("http.method", "GET"),
                        Map.entry("http.scheme", "http"),
                        Map.entry("http.host", "shop.example.com"),
                        Map.entry("http.target", "/cart?x=1"),
                        Map.entry("net.host.name", "shop.example.com"),
                        Map.entry("net.host.port", 80L),
                        Map.entry("net.peer.ip", "10.1.2.3"),
                        Map.entry("net.peer.port", 51234L),
                        Map.entry("http.status_code", 200L)))))
                .isEqualTo("http://shop.example.com/cart?x=1");
        Map<?, ?> unnamed = server(Map.of(
                "http.method", "GET",
                "http.target", "/cart",
                "net.peer.name", "client.example",
                "net.peer.port", 51234L,
                "client.address", "10.1.2.3",
                "client.port", 51234L,
                "network.peer.address", "10.1.2.3",
                "network.peer.port", 51234L));
        assertThat(url(unnamed)).isEqualTo("/cart");
        assertThat(at(unnamed, "http/request/client_ip")).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "http.host, shop.example:8443, net.host.port, 8080, https, https://shop.example:8443/a",
        "http.host, shop.example, net.host.port, 8080, https, https://shop.example/a",
        "net.host.name, shop.example, net.host.port, 8080, http, http://shop.example:8080/a",
        "net.host.name, shop.example, net.host.port, 443, https, https://shop.example/a",
        "http.server_name, shop.example, net.host.port, 80, http, http://shop.example/a",
        "server.address, shop.example, server.port, 8080, http, http://shop.example:8080/a",
        "server.address, shop.example, server.port, 443, https, https://shop.example/a",
        "server.address, ::1, server.port, 8080, http, http://[::1]:8080/a",
        "server.address, [::1], server.port, 8080, http, http://[::1]:8080/a",
        "net.host.ip, 10.1.1.1, net.host.port, 8080, http, http://10.1.1.1:8080/a",
        "net.sock.host.addr, 10.1.1.1, net.sock.host.port, 8080, http, http://10.1.1.1:8080/a",
        "network.local.address, fd00::1, network.local.port, 8080, http, http://[fd00::1]:8080/a",
        "http.request.header.host, shop.example:8443, net.peer.port, 51234, https, https://shop.example:8443/a"
    })
    void serversUrl_isOfItsOwnHost_underOldNamesAndNew(
            String host, String name, String port, long number, String scheme, String url) {
        assertThat(url(server(Map.of(
                        "http.method", "GET", "http.target", "/a", "http.scheme", scheme, host, name, port, number))))
                .isEqualTo(url);
        assertThat(url(server(Map.of(
                        "http.request.method",
                        "GET",
                        "url.path",
                        "/a",
                        "url.scheme",
                        scheme,
                        host,
                        name,
                        port,
                        number))))
                .isEqualTo(url);
    }

    @Test
    void wholeUrl_isTaken_andAQuestionMarkIsNotDoubled() {
        assertThat(url(server(Map.of("http.url", "https://a.example/x?y", "http.host", "b.example"))))
                .isEqualTo("https://a.example/x?y");
        assertThat(url(server(Map.of("url.path", "/x", "url.query", "?y=1", "server.address", "a.example"))))
                .isEqualTo("http://a.example/x?y=1");
    }

    @Test
    void clientsUrl_isOfItsPeer() {
        assertThat(url(client(Map.of(
                        "http.method",
                        "GET",
                        "http.target",
                        "/a",
                        "net.peer.name",
                        "b.example",
                        "net.peer.port",
                        8081L))))
                .isEqualTo("http://b.example:8081/a");
        assertThat(client(Map.of("http.method", "GET", "url.full", "https://user@b.example:8081/x"))
                        .get("name"))
                .isEqualTo("b.example");
        assertThat(client(Map.of("http.method", "GET", "net.host.name", "me", "net.peer.ip", "10.0.0.9"))
                        .get("name"))
                .isEqualTo("10.0.0.9");
    }

    @ParameterizedTest
    @CsvSource({
        "http.response.body.size",
        "http.response_content_length",
        "http.response_content_length_uncompressed",
        "http.response.size",
        "http.response.header.content-length",
        "http.response.header.content_length"
    })
    void responsesSize_hasHadManyNames(String name) {
        Object value = name.contains("header") ? List.of("1234") : (Object) 1234L;
        assertThat(at(server(Map.of("http.method", "GET", name, value)), "http/response/content_length"))
                .isEqualTo(1234);
    }

    /** The AWS exporter reads the size of a received message from an event ({@code translator/http.go}). */
    @Test
    void responsesSize_mayBeThatOfAReceivedMessage() {
        List<Span.Event> events = List.of(
                event("message", Map.of("message.type", "SENT", "messaging.message_payload_size_bytes", 1L)),
                event("message", Map.of("message.type", "RECEIVED", "messaging.message_payload_size_bytes", 77L)));
        Map<?, ?> call = document(
                span(Span.Kind.CLIENT, "53995c3f42cd8ad8", "op", Map.of("http.method", "GET"), Map.of(), events));
        assertThat(at(call, "http/response/content_length")).isEqualTo(77);
    }

    @Test
    void urlWithoutHost_isCompletedByTheServers_andHeadersAreLists() {
        assertThat(url(server(Map.of(
                        "http.method",
                        "GET",
                        "http.url",
                        "/a?b",
                        "http.host",
                        "shop.example",
                        "http.scheme",
                        "https"))))
                .isEqualTo("https://shop.example/a?b");
        assertThat(url(server(Map.of("http.method", "GET", "http.url", "/a?b"))))
                .isEqualTo("/a?b");
        assertThat(url(server(Map.of(
                        "http.request.method", "GET",
                        "url.path", "/a",
                        "url.query", "?b",
                        "http.request.header.host", List.of("shop.example:8443")))))
                .isEqualTo("http://shop.example:8443/a?b");
    }
}
