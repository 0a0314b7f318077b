package com.anycompany.xray.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.RecordedDocuments;
import com.anycompany.xray.local.json.HexDigits;
import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.parse.FastParser;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.parse.JacksonParser;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A document that a template matches is read as the parser reads it. {@code -Dxray.fuzz.iterations} asks
 * for a longer run.
 */
class TemplateCatalogTests {

    private static final int ITERATIONS = Integer.getInteger("xray.fuzz.iterations", 100_000);
    private static final String CHARACTERS = "{}[]\",:\\0123456789.eE+-tfn /u\t\n\u0000\u007f\u00e9abcdefABCDEFgG";

    private static final String DOCUMENT = """
            {"name":"frontend","id":"70de5b6f19ff9a0a","start_time":1478293361.271,\
            "trace_id":"1-581cf771-a006649127e371903a2de979","end_time":1478293361.449,"parent_id":"53995c3f42cd8ad8",\
            "user":"ann","http":{"request":{"method":"GET","url":"http://shop/1","traced":true},"response":{"status":200}},\
            "aws":{"account_id":"123456789012","retries":1,"operation":"GetItem","table_names":["Carts"],\
            "ec2":{"instance_id":"i-1"}},"annotations":{"size":3,"colour":"red","gift":true,"a b":"none"},\
            "metadata":{"default":{"list":[1,"two",null]}},"subsegments":[\
            {"id":"53995c3f42cd8ad9","name":"DynamoDb","start_time":1478293361.3,"end_time":1478293361.4,\
            "namespace":"aws","http":{"response":{"status":400}},"error":true,\
            "subsegments":[{"id":"53995c3f42cd8ada","name":"inner","start_time":1478293361.3,"in_progress":true}]}]}""";

    private final SymbolTable symbols = new SymbolTable();
    private final FastParser fast = new FastParser(symbols);
    private final JacksonParser jackson = new JacksonParser();
    private final TemplateCatalog templates = new TemplateCatalog(symbols, 64 << 20);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void learn(String document) {
        learn(templates, bytes(document));
    }

    private void learn(TemplateCatalog catalog, byte[] document) {
        SegmentDocument validated = fast.validate(document, 0, document.length);
        if (validated != null) {
            catalog.learn(document, 0, document.length, validated, () -> fast.entities(document, 0, document.length));
        }
    }

    /** Returns whether its template was known; what that says must then be what the parser says, in a string, too. */
    private boolean agrees(byte[] document) throws InvalidDocument {
        SegmentDocument known = templates.match(document, 0, document.length);
        agreesInString(document, known);
        return known != null && agrees(document, known);
    }

    private boolean agrees(byte[] document, SegmentDocument known) throws InvalidDocument {
        String text = new String(document, StandardCharsets.UTF_8);
        SegmentDocument parsed = jackson.validate(document, 0, document.length);
        assertThat(known)
                .as(text)
                .isEqualTo(new SegmentDocument(
                        parsed.traceId(), parsed.id(), parsed.inProgress(), parsed.subsegment(), known.content()));
        assertThat(known.content().json()).as(text).isEqualTo(document);
        EncodedDocument encoded = (EncodedDocument) known.content();
        assertThat(encoded.template().parse(encoded.values(), 0, 7))
                .as(text)
                .isEqualTo(jackson.parse(document, 0, document.length, 7));
        return true;
    }

    private void agreesInString(byte[] document, @Nullable SegmentDocument known) {
        String text = new String(document, StandardCharsets.UTF_8);
        byte[] quoted = bytes(inString(text) + ", \"\"");
        TemplateCatalog.Match found = templates.matchInString(quoted, 1);
        if (known == null) {
            assertThat(found).as(text).isNull();
        } else {
            assertThat(found).as(text).isNotNull();
            assertThat(found.end()).isEqualTo(quoted.length - 5);
            assertThat(found.document().content().json()).isEqualTo(document);
        }
    }

    private static String inString(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r")
                + '"';
    }

    private boolean agrees(String document) throws InvalidDocument {
        return agrees(bytes(document));
    }

    @Test
    void document_isUnknown_untilOneOfItsTemplateWasLearnt() throws InvalidDocument {
        assertThat(agrees(DOCUMENT)).isFalse();

        learn(DOCUMENT);

        assertThat(agrees(DOCUMENT)).isTrue();
        assertThat(agrees(
                        DOCUMENT.replace("70de5b6f19ff9a0a", "0123456789abcdef").replace("361.449", "362")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "frontend, other",
        "\"ann\", \"bob\"",
        "GET, POST",
        "http://shop/1, http://shop/22",
        ":200, :500",
        ":200, :429",
        ":400, :200",
        ":400, :503",
        "123456789012, 000000000000",
        "GetItem, PutItem",
        "i-1, i-22",
        "\"size\":3, \"size\":3.5e1",
        "red, green",
        "none, some",
        "two, three",
        "[1, [17",
        "\"retries\":1, \"retries\":-1",
        "DynamoDb, S3",
        "\"aws\", \"remote\"",
        "1478293361.3, 1.4782933613E9",
        "inner, outer"
    })
    void value_thatDiffers_isReadFromTheDocument(String value, String other) throws InvalidDocument {
        learn(DOCUMENT);
        String changed = DOCUMENT.replace(value, other);
        assertThat(changed).isNotEqualTo(DOCUMENT);

        learn(changed);

        assertThat(agrees(changed)).isTrue();
        assertThat(agrees(DOCUMENT)).isTrue();
        assertThat(agrees(changed.replace("53995c3f42cd8ad9", "53995c3f42cd8add")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "70de5b6f19ff9a0a, 70de5b6f19ff9a0g",
        "70de5b6f19ff9a0a, 70de5b6f19ff9a0",
        "70de5b6f19ff9a0a, 70de5b6f19ff9a0a0",
        "1-581cf771-a006649127e371903a2de979, 1-581cf771a006649127e371903a2de979",
        "1-581cf771-a006649127e371903a2de979, 2-581cf771-a006649127e371903a2de979",
        "1478293361.271, 1478293361271",
        "1478293361.271, -1",
        "1478293361.271, 01",
        "1478293361.271, \"1\"",
        "frontend, front?end",
        "frontend, ''",
        "53995c3f42cd8ad8, ''",
        // Valid, but seldom written so: it could not be restored to the byte.
        "1-581cf771-a006649127e371903a2de979, 581cf771a006649127e371903a2de979",
        "70de5b6f19ff9a0a, 70DE5B6F19FF9A0A"
    })
    void value_thatIsWrongOrUnusual_isLeftToTheParser(String value, String other) throws InvalidDocument {
        learn(DOCUMENT);
        learn(DOCUMENT.replace("frontend", "other"));

        assertThat(agrees(DOCUMENT.replace(value, other))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fault\":true,\"subsegments\":[",
                "\"throttle\":true,\"subsegments\":[",
                "\"sql\":{\"url\":\"jdbc:x\"},\"subsegments\":[",
                "\"subsegments\":[{\"id\":\"53995c3f42cd8adf\",\"name\":\"first\",\"start_time\":1,\"end_time\":2},",
                "\"type\":\"subsegment\",\"subsegments\":[",
                "\"origin\":\"AWS::ECS::Container\",\"subsegments\":[",
                "\"annotations2\":[],\"subsegments\":["
            })
    void otherStructure_getsATemplateOfItsOwn(String instead) throws InvalidDocument {
        String other = DOCUMENT.replace(
                "\"subsegments\":[{\"id\":\"53995c3f42cd8ad9\"", instead + "{\"id\":\"53995c3f42cd8ad9\"");
        learn(DOCUMENT);
        assertThat(agrees(other)).isFalse();

        learn(other);

        assertThat(agrees(other)).isTrue();
        assertThat(agrees(DOCUMENT)).isTrue();
        assertThat(agrees(other.replace("361.449", "361.5"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"cause\":\"53995c3f42cd8ad8\"",
                "\"links\":[]",
                "\"user\":\"bob\"",
                "\"metadata\":{\"a\":1,\"a\":2}"
            })
    void documentThatVariablesCannotRepresent_isNotLearnt(String member) throws InvalidDocument {
        String document = DOCUMENT.replace("\"error\":true", "\"error\":true,\"user\":\"ann\"," + member);
        learn(document);

        assertThat(agrees(document)).isFalse();
    }

    @Test
    void documentsOfTheSdk_areKnownAfterTheFirst() throws IOException, InvalidDocument {
        List<byte[]> documents = RecordedDocuments.all();
        int known = 0;
        for (byte[] document : documents) {
            learn(templates, document);
            known += agrees(document) ? 1 : 0;
        }
        for (byte[] document : documents) {
            agrees(document);
        }
        assertThat(known).isGreaterThan(documents.size() / 2);
    }

    @Test
    void mutatedDocument_isNeverReadDifferently() throws InvalidDocument {
        List<byte[]> documents = new ArrayList<>(RecordedDocuments.all().stream()
                .filter(document -> document.length < 4_000)
                .toList());
        documents.add(bytes(DOCUMENT));
        Random random = new Random(19);
        int known = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] document = documents.get(random.nextInt(documents.size())).clone();
            for (int change = random.nextInt(3); change > 0; change--) {
                document[random.nextInt(document.length)] =
                        (byte) CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            }
            if (agrees(document)) {
                known++;
            } else if (fast.validate(document, 0, document.length) != null) {
                learn(templates, document);
                agrees(document);
            }
        }
        assertThat(known).isBetween(ITERATIONS / 10, ITERATIONS);
    }

    @Test
    void documentAmongOtherBytes_endsWhereItEnds() throws InvalidDocument {
        learn(DOCUMENT);
        byte[] among = bytes("}\"" + DOCUMENT + "\"}0000000000");
        int length = bytes(DOCUMENT).length;

        SegmentDocument known = templates.match(among, 2, length);
        assertThat(known).isNotNull();
        assertThat(known.content().json()).isEqualTo(bytes(DOCUMENT));
        for (int shorter = 0; shorter < length; shorter++) {
            assertThat(templates.match(among, 2, shorter)).isNull();
        }
        assertThat(templates.match(among, 2, length + 1)).isNull();
    }

    @Test
    void endlesslyManyTemplates_areForgottenAgain() throws InvalidDocument {
        TemplateCatalog few = new TemplateCatalog(symbols, 64 * 1024);
        for (int i = 0; i < 20_000; i++) {
            byte[] document = bytes(DOCUMENT.replace("colour", "colour" + i));
            learn(few, document);
            assertThat(few.bytes()).isLessThan(96 * 1024);
        }
        byte[] document = bytes(DOCUMENT);
        for (int i = 0; few.match(document, 0, document.length) == null; i++) {
            assertThat(i).as("attempts until a template is learnt again").isLessThan(10);
            learn(few, document);
        }
    }

    @Test
    void manyThreads_learnAndReadAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> known = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int seed = thread;
                known.add(threads.submit(() -> learnAndRead(new Random(seed))));
            }
            for (Future<Integer> each : known) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int learnAndRead(Random random) throws InvalidDocument {
        int known = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] document = bytes(DOCUMENT.replace("frontend", "service" + random.nextInt(3))
                    .replace("colour", "colour" + random.nextInt(200))
                    .replace("GetItem", random.nextBoolean() ? "PutItem" : "GetItem")
                    .replace("\"error\":true", random.nextBoolean() ? "\"fault\":true" : "\"error\":true"));
            SegmentDocument matched = templates.match(document, 0, document.length);
            if (matched == null) {
                learn(templates, document);
            } else {
                known += agrees(document, matched) ? 1 : 0;
            }
        }
        return known;
    }

    @Test
    void hexDigits_areReadInSmallLetters_andNothingElseIs() {
        byte[] digits = bytes("0123456789abcdef");
        assertThat(HexDigits.eight(digits, 0)).isEqualTo(0x01234567L);
        assertThat(HexDigits.eight(digits, 8)).isEqualTo(0x89abcdefL);
        for (int wrong = 0; wrong < 256; wrong++) {
            for (int at = 0; at < 8; at++) {
                byte[] eight = Arrays.copyOf(digits, 8);
                eight[at] = (byte) wrong;
                boolean digit = "0123456789abcdef".indexOf(wrong) >= 0;
                assertThat(HexDigits.eight(eight, 0) >= 0).as("byte " + wrong).isEqualTo(digit);
            }
        }
    }
}
