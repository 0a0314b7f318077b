package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.entities.Cause;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.SegmentImpl;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.SubsegmentImpl;
import com.amazonaws.xray.entities.ThrowableDescription;
import com.amazonaws.xray.entities.TraceID;
import com.anycompany.xray.spring.DocumentWriter.Detail;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents equal those of the X-Ray SDK's serializer, and those that were captured from it. */
class DocumentWriterTests {

    private static final Path CAPTURED = Path.of("..", "local", "xray", "src", "test", "resources", "segments");
    private static final String HEADER = "{\"format\": \"json\", \"version\": 1}\n";

    /** Numbers are compared as numbers: 1.7E3 is 1700. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard().build();

    @Test
    void segments_equalTheSdks() throws IOException {
        RandomEntities entities = new RandomEntities(1);
        for (int i = 0; i < 1000; i++) {
            Segment segment = entities.segment();
            assertEqual(written(segment), json.readTree(utf8(segment.serialize())));
        }
    }

    @Test
    void subsegmentsSentAlone_equalTheSdks() throws IOException {
        RandomEntities entities = new RandomEntities(2);
        for (int i = 0; i < 1000; i++) {
            Subsegment subsegment = entities.subsegment();
            assertEqual(written(subsegment), json.readTree(utf8(subsegment.streamSerialize())));
        }
    }

    @ParameterizedTest
    @MethodSource
    void capturedDocument_isWrittenAgain(Path file) throws IOException {
        JsonNode document = json.readTree(Files.readAllLines(file).get(1));
        assertEqual(written(segment(document)), document);
    }

    static List<Path> capturedDocument_isWrittenAgain() throws IOException {
        try (Stream<Path> files = Files.list(CAPTURED)) {
            List<Path> documents =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(documents).hasSizeGreaterThanOrEqualTo(38);
            return documents;
        }
    }

    @Test
    void valueThatCannotBeWritten_isReplaced_andTheRestIsKept() throws IOException {
        Segment segment = new SegmentImpl(recorder, "service");
        Map<String, Object> circle = new HashMap<>();
        circle.put("left", circle);
        circle.put("right", circle);
        segment.putMetadata("circle", circle);
        segment.putMetadata("failing", new Failing());
        segment.putMetadata("unsupported", Optional.of(1));
        segment.putMetadata("good", "kept");
        JsonNode metadata = written(segment).path("metadata").path("default");
        assertThat(metadata.path("circle").asText()).startsWith("java.util.HashMap can't be written as JSON");
        assertThat(metadata.path("failing").asText()).contains("Failing can't be written as JSON");
        assertThat(metadata.path("unsupported").asText()).contains("Optional can't be written as JSON");
        assertThat(metadata.path("good").asText()).isEqualTo("kept");
    }

    @Test
    void classOfTheApplication_keepsItsOwnSerializer() throws IOException {
        Segment segment = new SegmentImpl(recorder, "service") {
            @Override
            public String serialize() {
                return "{\"own\":\"\u00e9\"}";
            }
        };
        assertThat(written(segment)).isEqualTo(json.readTree("{\"own\":\"\u00e9\"}"));
    }

    private static void assertEqual(JsonNode written, JsonNode expected) {
        assertThat(written.equals(BY_VALUE, expected))
                .as("%s%nis%n%s", written, expected)
                .isTrue();
    }

    private JsonNode written(Entity entity) throws IOException {
        String datagram = StandardCharsets.UTF_8
                .decode(DocumentWriter.datagram(entity, Detail.TREE).content())
                .toString();
        assertThat(datagram).startsWith(HEADER);
        return json.readTree(datagram.substring(HEADER.length()));
    }

    /** As the SDK's emitter sends it, where an unpaired surrogate becomes a question mark. */
    private static byte[] utf8(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private Segment segment(JsonNode document) {
        SegmentImpl segment = new SegmentImpl(
                recorder, document.get("name").asText(), TraceID.fromString(text(document, "trace_id")));
        fill(segment, segment, document);
        segment.setUser(text(document, "user"));
        segment.setOrigin(text(document, "origin"));
        segment.setService(map(document.path("service")));
        return segment;
    }

    private void fill(Entity entity, Segment segment, JsonNode document) {
        Set<String> known = new LinkedHashSet<>();
        document.fieldNames().forEachRemaining(known::add);
        known.removeAll(Set.of("name", "trace_id", "subsegments", "user", "origin", "service"));
        entity.setInProgress(false);
        for (String field : known) {
            JsonNode value = document.get(field);
            switch (field) {
                case "id" -> entity.setId(value.asText());
                case "parent_id" -> entity.setParentId(value.asText());
                case "start_time" -> entity.setStartTime(value.asDouble());
                case "end_time" -> entity.setEndTime(value.asDouble());
                case "in_progress" -> entity.setInProgress(value.asBoolean());
                case "throttle" -> entity.setThrottle(value.asBoolean());
                case "namespace" -> entity.setNamespace(value.asText());
                case "http" -> entity.setHttp(map(value));
                case "aws" -> entity.setAws(map(value));
                case "annotations" -> entity.setAnnotations(map(value));
                case "metadata" ->
                    value.fields()
                            .forEachRemaining(namespace -> map(namespace.getValue())
                                    .forEach((key, object) -> entity.putMetadata(namespace.getKey(), key, object)));
                case "cause" -> fill(entity.getCause(), value);
                case "fault", "error" -> {}
                default -> throw new AssertionError("Field " + field + " isn't known to this test");
            }
        }
        entity.setFault(document.path("fault").asBoolean());
        entity.setError(document.path("error").asBoolean());
        for (JsonNode child : document.path("subsegments")) {
            Subsegment subsegment =
                    new SubsegmentImpl(recorder, child.get("name").asText(), segment);
            entity.addSubsegment(subsegment);
            fill(subsegment, segment, child);
        }
    }

    private void fill(Cause cause, JsonNode document) {
        if (document.isTextual()) {
            ThrowableDescription reference = new ThrowableDescription();
            reference.setCause(document.asText());
            cause.addException(reference);
            return;
        }
        for (JsonNode exception : document.path("exceptions")) {
            ThrowableDescription description = new ThrowableDescription();
            description.setId(text(exception, "id"));
            description.setMessage(text(exception, "message"));
            description.setType(text(exception, "type"));
            description.setRemote(exception.path("remote").asBoolean());
            description.setTruncated(exception.path("truncated").asInt());
            description.setSkipped(exception.path("skipped").asInt());
            description.setCause(text(exception, "cause"));
            List<StackTraceElement> stack = new ArrayList<>();
            for (JsonNode frame : exception.path("stack")) {
                String label = frame.get("label").asText();
                int dot = label.lastIndexOf('.');
                stack.add(new StackTraceElement(
                        label.substring(0, dot),
                        label.substring(dot + 1),
                        frame.get("path").isNull() ? null : frame.get("path").asText(),
                        frame.get("line").asInt()));
            }
            description.setStack(stack.toArray(StackTraceElement[]::new));
            cause.addException(description);
        }
        cause.setWorkingDirectory(text(document, "working_directory"));
        cause.setMessage(text(document, "message"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(JsonNode object) {
        return object.isMissingNode() ? new HashMap<>() : json.convertValue(object, HashMap.class);
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText(null);
    }

    /** An object whose getter throws. */
    static final class Failing {
        public String getText() {
            throw new IllegalStateException("broken");
        }
    }
}
