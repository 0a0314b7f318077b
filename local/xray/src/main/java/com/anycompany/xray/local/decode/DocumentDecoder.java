package com.anycompany.xray.local.decode;

import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.parse.FastParser;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.parse.JacksonParser;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.template.Template;
import com.anycompany.xray.local.template.TemplateCatalog;
import com.anycompany.xray.local.template.TemplateDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a segment document is read: a template if one matches, otherwise the fast parser, otherwise Jackson. The
 * three agree wherever the earlier ones answer at all; Jackson alone decides that a document is invalid, and why.
 *
 * <p>There are two passes: a document is validated when it arrives, and parsed when its trace is put together. May be
 * used by many threads.
 */
public final class DocumentDecoder {

    /** The id of no template. */
    public static final int NO_TEMPLATE = -1;

    private final TemplateCatalog templates;
    private final FastParser fastParser;
    private final JacksonParser jacksonParser = new JacksonParser();

    public DocumentDecoder() {
        SymbolTable symbols = new SymbolTable();
        this.templates = new TemplateCatalog(symbols);
        this.fastParser = new FastParser(symbols);
    }

    /** Validates a document that stands among other bytes; they must not change until it has been stored. */
    public SegmentDocument validate(byte[] bytes, int offset, int length) throws InvalidDocument {
        return validate(bytes, offset, length, SegmentDocument.MAX_BYTES);
    }

    /** The same for a document of at most so many bytes. */
    public SegmentDocument validate(byte[] bytes, int offset, int length, int maxBytes) throws InvalidDocument {
        if (length > maxBytes) {
            throw InvalidDocument.tooLong(length, maxBytes);
        }
        // templates are for documents of ordinary size
        SegmentDocument matched = length > SegmentDocument.MAX_BYTES ? null : templates.match(bytes, offset, length);
        if (matched != null) {
            return matched;
        }
        SegmentDocument validated = fastParser.validate(bytes, offset, length);
        if (validated == null) {
            return jacksonParser.validate(bytes, offset, length);
        }
        templates.learn(bytes, offset, length, validated, () -> fastParser.entities(bytes, offset, length));
        return validated;
    }

    /** The document in a JSON string, which begins behind its quote; null if no template matches it. */
    public TemplateCatalog.@Nullable Match matchInString(byte[] content, int offset) {
        return templates.matchInString(content, offset);
    }

    /** Parses a document that has been found valid. */
    public ParsedDocument parse(byte[] bytes, int offset, int length, long receivedMillis) {
        ParsedDocument parsed = fastParser.parse(bytes, offset, length, receivedMillis);
        return parsed == null ? jacksonParser.parse(bytes, offset, length, receivedMillis) : parsed;
    }

    /**
     * Parses a document that was encoded by a template.
     *
     * @param templateId the template, or {@link #NO_TEMPLATE} if it was another decoder's
     * @param content has the template's definition and the values of the variables
     */
    public ParsedDocument parseEncoded(
            int templateId, byte[] content, int definitionAt, int valuesAt, long receivedMillis) {
        Template template = templateId == NO_TEMPLATE ? null : templates.template(templateId);
        if (template != null) {
            return template.parse(content, valuesAt, receivedMillis);
        }
        byte[] json = TemplateDefinition.decode(content, definitionAt, content, valuesAt);
        return parse(json, 0, json.length, receivedMillis);
    }
}
