package com.anycompany.xray.local.document;

import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.parse.JacksonParser;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.StoredDocument;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that go from bytes to bytes mean what trees made of them would. */
class DocumentWriterTests {

    private static final int GENERATED = 2_000;

    /** One trace's documents, and what the writer makes of them. */
    private static final class Written {

        private final List<ParsedDocument> parts = new ArrayList<>();
        private final AssembledTrace trace;
        private final ReferenceDocuments reference;
        private final Map<EntityNode, String> texts = new LinkedHashMap<>();

        Written(List<byte[]> bytes) throws InvalidDocument {
            JacksonParser parser = new JacksonParser();
            List<StoredDocument> documents = new ArrayList<>();
            TraceId id = parser.validate(bytes.get(0), 0, bytes.get(0).length).traceId();
            reference = new ReferenceDocuments(id.toString());
            for (byte[] each : bytes) {
                parser.validate(each, 0, each.length);
                ParsedDocument part = parser.parse(each, 0, each.length, 0);
                parts.add(part);
                documents.add(new StoredDocument(each, 0));
                reference.add(part.entity(), each);
            }
            trace = AssembledTrace.of(parts);
            JsonBuffer out = new JsonBuffer().plain("{\"Documents\":[");
            DocumentWriter writer = new DocumentWriter(id, parts, documents, out);
            List<EntityNode> nodes = Stream.concat(trace.segments().stream(), trace.inferred().stream())
                    .toList();
            for (EntityNode node : nodes) {
                out.separate().plain("\"");
                writer.write(node);
                out.plain("\"");
            }
            Map<?, ?> answer = (Map<?, ?>) Json.read(out.plain("]}").toArray());
            for (int i = 0; i < nodes.size(); i++) {
                texts.put(nodes.get(i), (String) ((List<?>) answer.get("Documents")).get(i));
            }
        }

        static Written of(String... documents) throws InvalidDocument {
            return new Written(Stream.of(documents)
                    .map(each -> each.getBytes(StandardCharsets.UTF_8))
                    .toList());
        }

        static Written of(Doc... documents) throws InvalidDocument {
            return of(Stream.of(documents).map(Doc::json).toArray(String[]::new));
        }

        String reported() {
            return texts.get(trace.segments().get(0));
        }

        String inferred() {
            return texts.get(trace.inferred().get(0));
        }

        void meansWhatTreesSay() {
            trace.segments().forEach(node -> assertThat(tree(texts.get(node))).isEqualTo(reference.reported(node)));
            trace.entities().stream()
                    .flatMap(call -> call.callees().stream()
                            .filter(EntityNode::isInferred)
                            .map(callee -> Map.entry(call, callee)))
                    .forEach(inference -> {
                        Map<String, Object> answer = tree(texts.get(inference.getValue()));
                        assertThat(answer).containsAllEntriesOf(reference.answer(inference.getKey()));
                        assertThat(answer)
                                .containsEntry(
                                        "name", inference.getKey().entity().name())
                                .containsEntry(
                                        "parent_id",
                                        EntityId.toHex(
                                                inference.getKey().entity().id()));
                        assertThat(((Number) answer.get("start_time")).doubleValue())
                                .isEqualTo(inference.getKey().entity().start() / 1e6);
                    });
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(String document) {
        return (Map<String, Object>) Json.read(document.getBytes(StandardCharsets.UTF_8));
    }

    static List<byte[]> recorded() throws IOException {
        List<byte[]> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/segments"))) {
            for (Path file : files.sorted().toList()) {
                String datagram = Files.readString(file);
                documents.add(datagram.substring(datagram.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void documentOfTheSdk_comesBackVerbatim(byte[] document) throws InvalidDocument {
        Written written = new Written(List.of(document));

        written.meansWhatTreesSay();
        assertThat(written.reported()).isEqualTo(new String(Json.rewrite(document), StandardCharsets.UTF_8));
    }

    @Test
    void generatedTraces_meanWhatTreesSay() throws InvalidDocument {
        int inferred = 0;
        int nested = 0;
        for (int seed = 0; seed < GENERATED; seed++) {
            Written written = new Written(new GeneratedTrace(seed).documents());
            written.meansWhatTreesSay();
            inferred += written.trace.inferred().size();
            nested += written.parts.size() - written.trace.segments().size();
        }
        assertThat(inferred).isGreaterThan(GENERATED);
        assertThat(nested).isGreaterThan(GENERATED);
    }

    @Test
    void tracedAndEmptyStacks_areLeftOut_howeverTheyAreSpelt() throws InvalidDocument {
        String json = segment("front").json();
        Written written = Written.of(json.substring(0, json.length() - 1)
                + ",\"http\":{\"request\" : { \"tr\\u0061ced\":false,\"url\":\"u\"},\"traced\":1},"
                + "\"cause\":{\"exceptions\":[{\"st\\u0061ck\":[ ],\"id\":\"a\"},{\"stack\":[1]},7]}}");

        assertThat(written.reported())
                .endsWith(",\"http\":{\"request\":{\"url\":\"u\"},\"traced\":1},"
                        + "\"cause\":{\"exceptions\":[{\"id\":\"a\"},{\"stack\":[1]},7]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ \"traced\":1 , \"url\":2 } | {\"url\":2}",
                "{\"a\":[1 ,2] , \"traced\":{\"b\":\"}\"} } | {\"a\":[1,2]}",
                "{\"traced\":true} | {}",
                "{\"traced\":1,\"traced\" : 2,\"url\":3,\"traced\":4} | {\"url\":3}"
            })
    void whatIsLeftOut_takesItsCommaAlong(String request, String shown) throws InvalidDocument {
        String json = segment("front").json();
        String http = ",\"http\":{\"request\":%s}}";

        assertThat(Written.of(json.substring(0, json.length() - 1) + http.formatted(request))
                        .reported())
                .endsWith(http.formatted(shown));
    }

    @Test
    void membersThatAreNoBlocks_comeBackAsTheyAre() throws InvalidDocument {
        String json = segment("front").json();
        String odd = ",\"http\":[],\"cause\":\"0123456789abcdef\",\"metadata\":{},\"aws\":null}";

        assertThat(Written.of(json.substring(0, json.length() - 1) + odd).reported())
                .endsWith(odd);
    }

    @Test
    void independentSubsegment_isNestedInAnInlineOne_withoutWhatOnlyTheSegmentNeeds() throws InvalidDocument {
        Doc inline = local("inline");
        Doc late = local("late").independent(inline);

        Written written = Written.of(segment("front").with(inline), late);

        written.meansWhatTreesSay();
        assertThat(written.reported()).containsOnlyOnce("trace_id").doesNotContain("type", "parent_id");
        assertThat(tree(written.reported()).get("subsegments").toString()).contains("subsegments=[{name=late");
    }

    @Test
    void inferredSegment_repeatsTheAnswerOfTheCall() throws InvalidDocument {
        Doc call = Doc.table("Carts").status(503).put("fault", true).put("throttle", null);

        Written written = Written.of(segment("front").with(call));

        written.meansWhatTreesSay();
        assertThat(written.inferred())
                .startsWith("{\"id\":\"")
                .contains("\"name\":\"DynamoDb\",\"start_time\":1480615200.000000,\"trace_id\":\"" + Doc.TRACE)
                .contains("\"parent_id\":\"" + call.id() + "\",\"inferred\":true,")
                .contains("\"http\":{\"response\":{\"status\":503}}", "\"fault\":true")
                .doesNotContain("throttle")
                .endsWith(",\"origin\":\"AWS::DynamoDB::Table\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b", "Käse", "中文服务", "\ud835\udc9c"})
    void inferredSegment_isNamedAsTheCall(String name) throws InvalidDocument {
        assertThat(tree(Written.of(segment("front").with(remote(name))).inferred()))
                .containsEntry("name", name);
    }

    @Test
    void inferredQueue_hasItsQueueTime() throws InvalidDocument {
        Doc send = Doc.aws("SQS", "SendMessage", "queue_url", "https://sqs/1/q");

        assertThat(tree(Written.of(segment("front").with(send)).inferred())
                        .get("subsegments")
                        .toString())
                .contains("name=QueueTime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void documentInAnotherEncoding_comesBackInUtf8(String encoding) throws InvalidDocument {
        String json = segment("Käse")
                .put("annotations", Map.of("a", "\ud83d\ude00"))
                .with(remote("back"))
                .json();

        Written written = new Written(List.of(json.getBytes(Charset.forName(encoding))));

        assertThat(written.reported()).isEqualTo(json);
    }

    @Test
    void charactersThatUtf8Forbids_areReplaced() throws InvalidDocument {
        byte[] json =
                segment("front").put("metadata", Map.of("m", "~~~~~~x")).json().getBytes(StandardCharsets.UTF_8);
        byte[] twoHalves = {(byte) 0xed, (byte) 0xa0, (byte) 0xbd, (byte) 0xed, (byte) 0xb8, (byte) 0x80};
        System.arraycopy(twoHalves, 0, json, new String(json, StandardCharsets.UTF_8).indexOf('~'), 6);

        assertThat(new Written(List.of(json)).reported()).contains("\ufffdx\"}");
    }

    /** A trace with everything that documents may have, spelt in odd ways. */
    private static final class GeneratedTrace {

        private static final String TRACE = "5840652000aa06649127e371903a2de9";
        private static final List<Object> VALUES = Arrays.asList(
                "plain",
                "\"\\/\b\f\n\r\t",
                "\u0000\u001f\u007f",
                "\ud83d\ude00é中",
                "[]{},:\\\"",
                "",
                0,
                -1.5e-7,
                new BigDecimal("1E400"),
                true,
                null,
                List.of(),
                Map.of(),
                List.of(List.of(1, "x"), Map.of("a\"b", "c")),
                Map.of("stack", List.of()));

        private final Random random;
        private final List<Map<String, Object>> documents = new ArrayList<>();
        private long ids = 0x1000_0000_0000_0000L;

        GeneratedTrace(int seed) {
            random = new Random(seed);
            for (int i = random.nextInt(3); i >= 0; i--) {
                Map<String, Object> segment = entity(0);
                segment.put("trace_id", TRACE);
                documents.add(segment);
            }
        }

        List<byte[]> documents() {
            return documents.stream()
                    .map(tree -> SpeltJson.of(tree, random).getBytes(StandardCharsets.UTF_8))
                    .toList();
        }

        private Map<String, Object> entity(int level) {
            Map<String, Object> entity = new LinkedHashMap<>();
            String id = EntityId.toHex(ids++);
            entity.put("name", List.of("front", "a\\b", "Käse", "SQS").get(random.nextInt(4)));
            entity.put("id", id);
            entity.put("start_time", 1_480_615_200.25 + ids % 16);
            entity.put("end_time", 1_480_615_300.5);
            maybe(entity, "http", Map.of("request", block("url", "traced"), "response", block("status", "x")));
            maybe(entity, "cause", Map.of("exceptions", List.of(exception(), exception()), "paths", List.of()));
            maybe(entity, "metadata", block("a", "tr\\aced"));
            maybe(entity, "aws", block("operation", "queue_url"));
            maybe(entity, List.of("error", "fault", "throttle").get(random.nextInt(3)), random.nextBoolean());
            if (level > 0) {
                maybe(entity, "namespace", random.nextBoolean() ? "aws" : "remote");
            }
            addSubsegments(entity, id, level + 1);
            return entity;
        }

        private void addSubsegments(Map<String, Object> entity, String id, int level) {
            List<Object> inline = new ArrayList<>();
            for (int i = level > 3 ? 0 : random.nextInt(4); i > 0; i--) {
                Map<String, Object> subsegment = entity(level);
                if (random.nextInt(3) == 0) {
                    subsegment.put("trace_id", TRACE);
                    subsegment.put("parent_id", id);
                    subsegment.put("type", "subsegment");
                    documents.add(subsegment);
                } else {
                    inline.add(subsegment);
                }
            }
            if (!inline.isEmpty() || random.nextInt(4) == 0) {
                entity.put("subsegments", inline);
            }
        }

        private void maybe(Map<String, Object> entity, String name, Object value) {
            if (random.nextInt(2) == 0) {
                entity.put(name, value);
            }
        }

        private Map<String, Object> exception() {
            Map<String, Object> exception = block("id", "message");
            maybe(exception, "stack", random.nextBoolean() ? List.of() : List.of(block("path", "line")));
            return exception;
        }

        private Map<String, Object> block(String... names) {
            Map<String, Object> block = new LinkedHashMap<>();
            for (String name : names) {
                block.put(name, VALUES.get(random.nextInt(VALUES.size())));
            }
            return block;
        }
    }
}
