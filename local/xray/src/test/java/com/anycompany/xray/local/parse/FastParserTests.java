package com.anycompany.xray.local.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.anycompany.xray.local.RecordedDocuments;
import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fast parser may answer nothing, but never differs from Jackson. {@code -Dxray.fuzz.iterations} asks for a longer
 * run.
 */
class FastParserTests {

    private static final FastParser FAST = new FastParser(new SymbolTable());
    private static final JacksonParser JACKSON = new JacksonParser();

    private static final int ITERATIONS = Integer.getInteger("xray.fuzz.iterations", 100_000);
    private static final String STRUCTURE = "{}[]\",:\\0123456789.eE+-tfn /u\t\n\u0000\u007f\u00e9";

    @Test
    void documentsOfTheSdk_areReadWithoutJackson_andAlike() throws InvalidDocument {
        List<byte[]> documents = RecordedDocuments.all();
        int plain = 0;
        for (byte[] document : documents) {
            plain += agrees(document) ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(documents.size() * 3 / 4);
    }

    @Test
    void mutatedDocument_isNeverReadDifferently() throws InvalidDocument {
        Random random = new Random(17);
        List<byte[]> documents = RecordedDocuments.all().stream()
                .filter(document -> document.length < 4_000)
                .toList();
        int understood = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] document = documents.get(random.nextInt(documents.size())).clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                document = mutate(document, random);
            }
            understood += agrees(document) ? 1 : 0;
        }
        assertThat(understood).isBetween(ITERATIONS / 20, ITERATIONS);
    }

    private static byte[] mutate(byte[] document, Random random) {
        int at = random.nextInt(document.length - 1);
        int kept = random.nextInt(3);
        byte[] changed = Arrays.copyOf(document, document.length + 1 - kept);
        System.arraycopy(
                document,
                at + kept % 2,
                changed,
                at + 1,
                Math.min(document.length - at - kept, changed.length - at - 1));
        changed[at] = (byte) STRUCTURE.charAt(random.nextInt(STRUCTURE.length()));
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "-0",
                "-0.0",
                "01",
                "1.",
                ".5",
                "+1",
                "1e5",
                "1E+5",
                "1.5e-7",
                "1e",
                "1e400",
                "1e-400",
                "9007199254740993",
                "9007199254740991",
                "123456789012345678901234567890",
                "1480615200.123456",
                "1.4806152001234567E9",
                "0.1",
                "0.30000000000000004",
                "4.9e-324",
                "1.7976931348623157e308",
                "tru",
                "true",
                "truex",
                "nul",
                "null",
                "NaN",
                "\"a\"",
                "\"a\\n\"",
                "\"\\u0041\"",
                "\"\\x\"",
                "\"\t\"",
                "\"é\"",
                "[]",
                "[1,]",
                "[,1]",
                "{}",
                "{\"a\":1,}",
                "{\"a\"}",
                "{1:2}",
                "[[[[1]]]]",
                "\"12345678\\\"90\""
            })
    void value_isUnderstoodAsByJackson(String value) throws InvalidDocument {
        for (String member :
                List.of("start_time", "name", "annotations\":{\"x\":1},\"metadata", "annotations", "http")) {
            String document =
                    "{\"id\":\"53995c3f42cd8ad8\",\"trace_id\":\"1-581cf771-a006649127e371903a2de979\",\"name\":\"n\","
                            + "\"start_time\":1,\"end_time\":2,\"%s\":%s}";
            agrees(document.formatted(member, value).getBytes(StandardCharsets.UTF_8));
            String annotated = document.formatted("annotations", "{\"x\": " + value + " }");
            agrees(annotated.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void document_mayStandAmongOtherBytes() throws InvalidDocument {
        String json =
                "{\"id\":\"53995c3f42cd8ad8\",\"trace_id\":\"1-581cf771-a006649127e371903a2de979\",\"name\":\"n\","
                        + "\"start_time\":1.5,\"end_time\":2}";
        byte[] among = ("}\"" + json + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(FAST.validate(among, 2, json.length())).isEqualTo(JACKSON.validate(among, 2, json.length()));
        assertThat(FAST.parse(among, 2, json.length(), 7)).isEqualTo(JACKSON.parse(among, 2, json.length(), 7));
        assertThat(FAST.validate(among, 2, json.length() + 1)).isNull();
    }

    /** Returns whether the fast parser found it valid; Jackson must then read the same. */
    private static boolean agrees(byte[] document) throws InvalidDocument {
        SegmentDocument plain = FAST.validate(document, 0, document.length);
        if (plain == null) {
            return false;
        }
        String text = new String(document, StandardCharsets.UTF_8);
        assertThatCode(() -> JACKSON.validate(document, 0, document.length))
                .as(text)
                .doesNotThrowAnyException();
        assertThat(plain).as(text).isEqualTo(JACKSON.validate(document, 0, document.length));
        ParsedDocument parsed = FAST.parse(document, 0, document.length, 0);
        if (parsed != null) {
            assertThat(parsed).as(text).isEqualTo(JACKSON.parse(document, 0, document.length, 0));
        }
        return true;
    }
}
