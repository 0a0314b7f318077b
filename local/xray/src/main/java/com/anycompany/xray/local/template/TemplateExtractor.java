package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.FastTokens;
import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.json.UnsupportedJson;
import com.anycompany.xray.local.segment.DocumentField;
import com.anycompany.xray.local.segment.DocumentObject;
import com.anycompany.xray.local.segment.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Template extractor: splits a valid document into the values of variables and the text between them, by the table
 * {@link DocumentField}. It refuses a document that text and values can't represent.
 */
final class TemplateExtractor {

    /** A document with more of them is left to the parser. */
    private static final int MAX_VALUES = 200;

    private final byte[] bytes;
    private final int end;
    private final FastTokens json;
    private final List<TemplatePiece> pieces = new ArrayList<>();
    private int entities;
    private int values;
    private int at;

    private TemplateExtractor(SymbolTable symbols, byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
        this.json = new FastTokens(symbols, bytes, offset, length);
    }

    /** Null if the document is too unusual for a template. */
    static @Nullable TemplateExtractor extract(SymbolTable symbols, byte[] bytes, int offset, int length) {
        TemplateExtractor extractor = new TemplateExtractor(symbols, bytes, offset, length);
        try {
            extractor.json.nextToken();
            extractor.readEntity(DocumentObject.DOCUMENT);
            extractor.addText(extractor.end);
            return extractor;
        } catch (UnsupportedJson e) {
            return null;
        }
    }

    List<TemplatePiece> pieces() {
        return pieces;
    }

    /** How many entities the document has. */
    int entities() {
        return entities;
    }

    private void readEntity(DocumentObject kind) {
        readMembers(kind, entities++);
    }

    private void readMembers(DocumentObject object, int entity) {
        Set<String> seen = new HashSet<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            // Of two members of one name the later one counts, which variables can't represent.
            if (!seen.add(name)) {
                throw UnsupportedJson.instance();
            }
            JsonToken token = json.nextToken();
            DocumentField field = DocumentField.find(object, name);
            if (field == null) {
                readValue(token, null, entity, name);
            } else {
                readField(field, token, entity, name);
            }
        }
    }

    private void readField(DocumentField field, JsonToken token, int entity, String name) {
        switch (field.type()) {
            case ENTITIES -> readSubsegments(token, entity, name);
            // Documents with such fields are rare, and each is different.
            case OBJECTS, ID_OR_OBJECT -> throw UnsupportedJson.instance();
            // Each of its texts has a template of its own.
            case KIND, TEXTS -> json.skipChildren();
            default -> readValue(token, field, entity, name);
        }
    }

    /** What isn't an array counts as no subsegments, and is text. */
    private void readSubsegments(JsonToken token, int entity, String name) {
        if (token != JsonToken.START_ARRAY) {
            readValue(token, null, entity, name);
            return;
        }
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            readEntity(DocumentObject.INLINE_SUBSEGMENT);
        }
    }

    private void readValue(JsonToken token, @Nullable DocumentField field, int entity, String name) {
        switch (token) {
            case START_OBJECT -> readMembers(field == null ? DocumentObject.OTHER : field.content(), entity);
            case START_ARRAY -> {
                for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                    readValue(next, null, entity, name);
                }
            }
            case VALUE_STRING -> addValue(Encoding.ofText(field), understood(field, token), entity, name);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                addValue(Encoding.ofNumber(field), understood(field, token), entity, name);
            default -> {}
        }
    }

    /** Null for a value of another type than the field's, which the parser ignores, too. */
    private static @Nullable DocumentField understood(@Nullable DocumentField field, JsonToken token) {
        if (field == null) {
            return null;
        }
        boolean numeric = field.type() == FieldType.SECONDS || field.type() == FieldType.STATUS;
        boolean fits =
                switch (token) {
                    case VALUE_STRING -> field.type().isText() || field.type() == FieldType.SCALAR;
                    default -> numeric || field.type() == FieldType.SCALAR;
                };
        return fits ? field : null;
    }

    /** The value that was read last. */
    private void addValue(Encoding encoding, @Nullable DocumentField field, int entity, String name) {
        addText(json.from());
        Variable variable = new Variable(encoding, field, entity, field == DocumentField.ANNOTATION ? name : "");
        byte[] value = Arrays.copyOfRange(bytes, at, json.to());
        pieces.add(new TemplatePiece.Value(value, variable, encoding.alwaysDiffers()));
        at = json.to();
        if (++values > MAX_VALUES) {
            throw UnsupportedJson.instance();
        }
    }

    private void addText(int until) {
        if (until > at) {
            pieces.add(new TemplatePiece.Text(Arrays.copyOfRange(bytes, at, until)));
            at = until;
        }
    }
}
