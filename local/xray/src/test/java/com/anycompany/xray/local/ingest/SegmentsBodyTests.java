package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/**
 * The fast reader may leave a body to Jackson, but never reads one that Jackson refuses, and never differs from
 * Jackson.
 */
class SegmentsBodyTests {

    private static final DocumentDecoder DECODER = new DocumentDecoder();
    private static final int ITERATIONS = Integer.getInteger("xray.fuzz.iterations", 100_000);
    private static final String STRUCTURE = "{}[]\",:\\nbtu/ 0a\t\n\u0000\u007f\u00e9";
    private static final String DOCUMENT = "{\"name\": \"a\\\\b\\\"c\", \"n\":\t1}";

    @Test
    void documents_areUnescaped() {
        List<String> documents = List.of(DOCUMENT, "", "short", "x".repeat(100), "{\"a\":{}}");
        byte[] body = body(documents);

        assertThat(fast(body)).isEqualTo(documents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"TraceSegmentDocuments\":[]}",
                "{\"TraceSegmentDocuments\":[1]}",
                "{\"TraceSegmentDocuments\":[\"a\",]}",
                "{\"TraceSegmentDocuments\":[\"a\"],\"more\":1}",
                "{\"TraceSegmentDocuments\":[\"a\"]}}",
                "{\"TraceSegmentDocuments\":[\"a\"]",
                "{\"TraceSegmentDocuments\":[\"a",
                "{\"TraceSegmentDocuments\":[\"a\\",
                "{\"TraceSegmentDocuments\":[\"\\u0041\"]}",
                "{\"TraceSegmentDocuments\":[\"\\\\\n\"]}",
                "{\"TraceSegmentDocuments\":[\"é\"]}",
                "{\"TraceIds\":[\"a\"]}",
                "[\"a\"]",
                "{",
                " "
            })
    void unusualBody_isLeftToJackson(String body) {
        assertThat(SegmentsBody.read(DECODER, body.getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void mutatedBody_isNeverReadDifferently() {
        Random random = new Random(23);
        byte[] whole = body(List.of(DOCUMENT, "{\"id\": \"53995c3f42cd8ad8\"}", "plain"));
        int understood = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] body = whole.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) STRUCTURE.charAt(random.nextInt(STRUCTURE.length()));
            }
            List<String> fast = fast(body);
            if (fast != null) {
                understood++;
                assertThat(fast).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(jackson(body));
            }
        }
        assertThat(understood).isBetween(ITERATIONS / 20, ITERATIONS);
    }

    private static byte[] body(List<String> documents) {
        return Json.bytes(Map.of("TraceSegmentDocuments", documents));
    }

    private static @Nullable List<String> fast(byte[] body) {
        List<SubmittedDocument> documents = SegmentsBody.read(DECODER, body);
        return documents == null
                ? null
                : documents.stream()
                        .map(raw -> new String(raw.bytes(), raw.offset(), raw.length(), StandardCharsets.UTF_8))
                        .toList();
    }

    private static @Nullable Object jackson(byte[] body) {
        try {
            return Json.read(body) instanceof Map<?, ?> members ? members.get("TraceSegmentDocuments") : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
