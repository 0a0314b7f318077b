package com.anycompany.xray.local.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.json.JsonEscapes;
import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.parse.FastParser;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.parse.JacksonParser;
import com.anycompany.xray.local.segment.DocumentField;
import com.anycompany.xray.local.segment.DocumentObject;
import com.anycompany.xray.local.segment.FieldType;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.template.EncodedDocument;
import com.anycompany.xray.local.template.TemplateCatalog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For each field of the table, template, fast parser and Jackson read the same from a document, whatever value it has.
 */
class DocumentFieldTests {

    private static final Set<DocumentField> WITHOUT_EFFECT =
            EnumSet.of(DocumentField.TRACE_ID, DocumentField.INLINE_TRACE_ID, DocumentField.INLINE_PARENT_ID);

    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\"a\"",
            "\"subsegment\"",
            "\"200\"",
            "\"two words\"",
            "\"a\\n\"",
            "\"\\u0041\"",
            "\"\\\"quoted\\\"\"",
            "\"\\/\"",
            "\"\\x\"",
            "\"é\"",
            "\"\t\"",
            "\"?\"",
            '"' + "long ".repeat(50) + '"',
            "\"53995c3f42cd8ada\"",
            "\"53995C3F42CD8ADA\"",
            "\"0000000000000000\"",
            "\"53995c3f42cd8ad\"",
            "\"1-581cf771-a006649127e371903a2de97a\"",
            "\"581cf771a006649127e371903a2de97a\"");

    private static final List<String> OTHERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "200",
            "429.9",
            "01",
            "1.",
            "+1",
            "1e2",
            "2E+2",
            "1.5e-7",
            "1e400",
            "9007199254740993",
            "1480615200",
            "1480615200.123456",
            "1480615200.1234567",
            "1.480615200123E9",
            "1.480615200123e9",
            "1480615200123",
            "true",
            "false",
            "null",
            "nul",
            "NaN",
            "[]",
            "[1]",
            "[\"Orders\"]",
            "[\"Orders\",\"Carts\"]",
            "[null,\"Orders\",{}]",
            "[{}]",
            "[{\"id\":\"53995c3f42cd8ada\",\"trace_id\":\"1-581cf771-a006649127e371903a2de97a\"},1,{}]",
            "[{\"id\":\"53995c3f42cd8ada\",\"message\":\"m\",\"remote\":true}]",
            "[{\"id\":\"53995c3f42cd8adb\",\"name\":\"b\",\"start_time\":1,\"end_time\":2}]",
            "{}",
            "{\"a\":1}",
            "{\"a\":\"text\",\"b\":true,\"c\":null,\"d d\":1}",
            "{\"method\":\"GET\",\"status\":404}",
            "{\"exceptions\":[{\"message\":\"m\"}]}",
            "[",
            "{");

    private final SymbolTable symbols = new SymbolTable();
    private final FastParser fast = new FastParser(symbols);
    private final JacksonParser jackson = new JacksonParser();
    private TemplateCatalog templates = new TemplateCatalog(symbols);
    private int readFast;
    private int readByTemplate;

    @ParameterizedTest
    @EnumSource(DocumentField.class)
    void field_isReadAlikeByTemplateFastParserAndJackson(DocumentField field) {
        List<String> values = new ArrayList<>(usual(field.type()));
        values.addAll(TEXTS);
        values.addAll(OTHERS);
        for (boolean inline : places(field.owner())) {
            for (String format :
                    List.of("\"%s\":%s", " \"%s\" :\t%s\n", "\"%s\":1,\"%1$s\":%s", "\"%s\":%s,\"%1$s\":%2$s")) {
                templates = new TemplateCatalog(symbols);
                for (String value : values) {
                    check(document(field, inline, format.formatted(name(field), value)));
                }
            }
            check(document(
                    field, inline, "\"\\u00" + Integer.toHexString(name(field).charAt(0)) + "\":" + values.get(0)));
        }
        assertThat(readFast).as("documents that the fast parser read").isPositive();
        if (inTemplates(field)) {
            assertThat(readByTemplate).as("documents that a template matched").isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(DocumentField.class)
    void field_saysSomething(DocumentField field) throws InvalidDocument {
        List<String> values = usual(field.type());
        for (boolean inline : places(field.owner())) {
            byte[] one = bytes(document(field, inline, '"' + name(field) + "\":" + values.get(0)));
            byte[] other = bytes(document(field, inline, '"' + name(field) + "\":" + values.get(1)));
            jackson.validate(one, 0, one.length);
            boolean container = field == DocumentField.REQUEST
                    || field == DocumentField.RESPONSE
                    || field == DocumentField.EC2
                    || field == DocumentField.TYPE && inline;
            if (!WITHOUT_EFFECT.contains(field) && !container) {
                assertThat(jackson.parse(one, 0, one.length, 0)).isNotEqualTo(jackson.parse(other, 0, other.length, 0));
            }
        }
    }

    private static boolean inTemplates(DocumentField field) {
        return field.type() != FieldType.OBJECTS
                && field.type() != FieldType.ID_OR_OBJECT
                && field.owner() != DocumentObject.CAUSE
                && field.owner() != DocumentObject.EXCEPTION
                && field.owner() != DocumentObject.LINK;
    }

    /** Two values that say different things; documents with both make a variable of the field. */
    private static List<String> usual(FieldType type) {
        return switch (type) {
            case ID -> List.of("\"53995c3f42cd8ad1\"", "\"53995c3f42cd8ad2\"");
            case TRACE_ID ->
                List.of("\"1-581cf771-a006649127e371903a2de971\"", "\"1-581cf771-a006649127e371903a2de972\"");
            case NAME -> List.of("\"one\"", "\"other\"");
            case TEXT -> List.of("\"53995c3f42cd8ad1\"", "\"1-581cf771-a006649127e371903a2de97a\"");
            case KIND -> List.of("\"subsegment\"", "null");
            case SECONDS -> List.of("1480615200.1", "1480615200.25");
            case FLAG -> List.of("true", "false");
            case STATUS -> List.of("200", "503");
            case SCALAR -> List.of("\"one\"", "\"other\"");
            case PRESENCE -> List.of("{\"url\":\"u\"}", "null");
            case TEXTS -> List.of("[\"Orders\"]", "[\"Carts\"]");
            case OBJECT -> List.of("{\"known\":\"text\"}", "1");
            case OBJECTS ->
                List.of("[{\"trace_id\":\"1-581cf771-a006649127e371903a2de97a\",\"id\":\"53995c3f42cd8ada\"}]", "[]");
            case ID_OR_OBJECT -> List.of("\"53995c3f42cd8ad1\"", "{\"exceptions\":[{\"message\":\"m\"}]}");
            case ENTITIES ->
                List.of("[{\"id\":\"53995c3f42cd8adc\",\"name\":\"c\",\"start_time\":1,\"end_time\":2}]", "[]");
        };
    }

    /** Whether the field stands in an inline subsegment. */
    private static List<Boolean> places(DocumentObject owner) {
        return switch (owner) {
            case DOCUMENT -> List.of(false);
            case INLINE_SUBSEGMENT -> List.of(true);
            default -> List.of(false, true);
        };
    }

    private static String name(DocumentField field) {
        return field == DocumentField.ANNOTATION ? "key" : field.fieldName();
    }

    private static String document(DocumentField field, boolean inline, String member) {
        String within =
                switch (field.owner()) {
                    case HTTP -> "\"http\":{%s}";
                    case HTTP_REQUEST -> "\"http\":{\"request\":{%s}}";
                    case HTTP_RESPONSE -> "\"http\":{\"response\":{%s}}";
                    case AWS -> "\"aws\":{%s}";
                    case AWS_EC2 -> "\"aws\":{\"ec2\":{%s}}";
                    case ANNOTATIONS -> "\"annotations\":{%s}";
                    case CAUSE -> "\"cause\":{%s}";
                    case EXCEPTION -> "\"cause\":{\"exceptions\":[{%s}]}";
                    case LINK -> "\"links\":[{" + otherHalf(field) + "%s}]";
                    default -> "%s";
                };
        String text = within.formatted(member);
        String own = within.equals("%s") ? field.fieldName() : "";
        return inline
                ? entity(false, "", "\"subsegments\":[" + entity(true, own, text) + "]")
                : entity(false, own, text);
    }

    /** A link needs both of its fields. */
    private static String otherHalf(DocumentField field) {
        return field == DocumentField.LINK_ID
                ? "\"trace_id\":\"1-581cf771-a006649127e371903a2de97a\","
                : "\"id\":\"53995c3f42cd8ada\",";
    }

    /** @param without the required field that {@code members} have */
    private static String entity(boolean inline, String without, String members) {
        List<String> all = new ArrayList<>();
        add(all, "name", without, "\"a\"");
        add(all, "id", without, inline ? "\"53995c3f42cd8ad9\"" : "\"53995c3f42cd8ad8\"");
        add(all, "start_time", without, "1480615200");
        if (without.equals("in_progress")) {
            all.add(members);
            return "{" + String.join(",", all) + (inline ? "}" : idsOf("in_progress") + "}");
        }
        add(all, "end_time", without, "1480615201.5");
        if (!inline) {
            add(all, "trace_id", without, "\"1-581cf771-a006649127e371903a2de979\"");
            add(all, "parent_id", without, "\"53995c3f42cd8ad7\"");
        }
        all.add(members);
        return "{" + String.join(",", all) + "}";
    }

    private static String idsOf(String without) {
        List<String> ids = new ArrayList<>();
        add(ids, "trace_id", without, "\"1-581cf771-a006649127e371903a2de979\"");
        return "," + String.join(",", ids);
    }

    private static void add(List<String> members, String name, String without, String value) {
        if (!name.equals(without)) {
            members.add('"' + name + "\":" + value);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the document before and after a template is made of it. */
    private void check(String text) {
        byte[] document = bytes(text);
        SegmentDocument valid = validate(document);
        SegmentDocument validFast = fast.validate(document, 0, document.length);
        ParsedDocument parsed = valid == null ? null : jackson.parse(document, 0, document.length, 7);
        if (validFast != null) {
            readFast++;
            assertThat(validFast).as(text).isEqualTo(valid);
            ParsedDocument parsedFast = fast.parse(document, 0, document.length, 7);
            if (parsedFast != null) {
                assertThat(parsedFast).as(text).isEqualTo(parsed);
            }
        }
        checkTemplate(text, document, valid, parsed);
        if (validFast != null) {
            templates.learn(document, 0, document.length, validFast, () -> fast.entities(document, 0, document.length));
            checkTemplate(text, document, valid, parsed);
        }
    }

    private void checkTemplate(
            String text, byte[] document, @Nullable SegmentDocument valid, @Nullable ParsedDocument parsed) {
        checkMatch(text, document, templates.match(document, 0, document.length), valid, parsed);
        byte[] string = bytes('"' + new String(JsonEscapes.escape(document), StandardCharsets.UTF_8) + "\"]");
        TemplateCatalog.Match match = templates.matchInString(string, 1);
        checkMatch(text, document, match == null ? null : match.document(), valid, parsed);
    }

    private void checkMatch(
            String text,
            byte[] document,
            @Nullable SegmentDocument matched,
            @Nullable SegmentDocument valid,
            @Nullable ParsedDocument parsed) {
        if (matched == null) {
            return;
        }
        readByTemplate++;
        EncodedDocument encoded = (EncodedDocument) matched.content();
        assertThat(valid).as(text).isNotNull();
        assertThat(matched)
                .as(text)
                .isEqualTo(new SegmentDocument(
                        valid.traceId(), valid.id(), valid.inProgress(), valid.subsegment(), encoded));
        assertThat(encoded.json()).as(text).isEqualTo(document);
        assertThat(encoded.template().parse(encoded.values(), 0, 7)).as(text).isEqualTo(parsed);
    }

    private @Nullable SegmentDocument validate(byte[] document) {
        try {
            return jackson.validate(document, 0, document.length);
        } catch (InvalidDocument e) {
            return null;
        }
    }
}
