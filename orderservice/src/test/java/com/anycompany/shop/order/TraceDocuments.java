package com.anycompany.shop.order;

import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the documents that would go to the X-Ray daemon. */
public final class TraceDocuments extends Emitter {

    public final List<String> sent = new CopyOnWriteArrayList<>();
    private final JsonMapper json = new JsonMapper();

    @Override
    public boolean sendSegment(Segment segment) {
        return sent.add(segment.serialize());
    }

    @Override
    public boolean sendSubsegment(Subsegment subsegment) {
        return sent.add(subsegment.streamSerialize());
    }

    public List<JsonNode> ofTrace(String traceId) {
        return sent.stream()
                .map(json::readTree)
                .filter(document -> document.path("trace_id").asString("").equals(traceId))
                .toList();
    }

    /** The names of all that lies within, such as {@code placeOrder/pay/paymentservice}. */
    public static List<String> paths(JsonNode document) {
        return paths("", document).toList();
    }

    private static Stream<String> paths(String prefix, JsonNode document) {
        return StreamSupport.stream(document.path("subsegments").spliterator(), false)
                .flatMap(child ->
                        Stream.concat(Stream.of(prefix + label(child)), paths(prefix + label(child) + "/", child)));
    }

    private static String label(JsonNode subsegment) {
        String table = subsegment.at("/aws/table_name").asString("");
        return table.isEmpty()
                ? subsegment.get("name").asString()
                : table + "." + subsegment.at("/aws/operation").asString();
    }

    /** Puts it in the daemon's place, and records every request. */
    @TestConfiguration
    public static class InPlace {

        @Bean
        public TraceDocuments traceDocuments() {
            return new TraceDocuments();
        }
    }
}
