package com.anycompany.xray.local.otlp;

import java.util.List;
import java.util.Map;

/** The size of a response, from the names that HTTP's conventions have had for it, its header, or a received message. */
final class ResponseSize {

    private ResponseSize() {}

    /** In bytes; 0 if it isn't told. */
    static long of(Attributes span, List<Span.Event> events) {
        long size = span.number(
                "http.response.body.size", "http.response_content_length", "http.response_content_length_uncompressed");
        if (size == 0) {
            size = header(span);
        }
        if (size == 0) {
            size = span.number("http.response.size");
        }
        if (size == 0) {
            size = received(span);
        }
        for (int i = 0; size == 0 && i < events.size(); i++) {
            Map<String, Object> event = events.get(i).attributes();
            boolean message = event.containsKey("message.type") || event.containsKey("rpc.message.type");
            size = message ? received(new Attributes(event)) : 0;
        }
        return Math.max(0, size);
    }

    /** Headers are lists, one value each. */
    private static long header(Attributes span) {
        List<String> values =
                span.peekTexts("http.response.header.content-length", "http.response.header.content_length");
        return values.size() == 1 ? Attributes.whole(values.get(0)) : 0;
    }

    /** Of RPC's message events, in what the AWS exporter of OpenTelemetry's Collector reads. */
    private static long received(Attributes message) {
        if (!"RECEIVED".equals(message.peek("message.type", "rpc.message.type"))) {
            return 0;
        }
        String size = message.peek(
                "messaging.message_payload_size_bytes",
                "messaging.message.payload_size_bytes",
                "messaging.message.body.size",
                "message.uncompressed_size",
                "rpc.message.uncompressed_size");
        return size == null ? 0 : Attributes.whole(size);
    }
}
