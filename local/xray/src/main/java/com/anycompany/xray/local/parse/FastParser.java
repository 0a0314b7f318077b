package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.FastTokens;
import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.json.UnsupportedJson;
import com.anycompany.xray.local.segment.EntityTreeBuilder;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import org.jspecify.annotations.Nullable;

/**
 * Fast parser for documents as SDKs write them. It answers null for an invalid or unusual one: then {@link
 * JacksonParser} reads the document again.
 */
public final class FastParser {

    private final SymbolTable symbols;

    public FastParser(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /** Validates a document on arrival; skips what no rule asks about. */
    public @Nullable SegmentDocument validate(byte[] bytes, int offset, int length) {
        ReadDocument read = read(bytes, offset, length, false);
        try {
            return read == null ? null : read.validate(bytes, offset, length);
        } catch (InvalidDocument e) {
            return null;
        }
    }

    /** Parses a document that has been found valid. */
    public @Nullable ParsedDocument parse(byte[] bytes, int offset, int length, long receivedMillis) {
        ReadDocument read = read(bytes, offset, length, true);
        try {
            return read == null ? null : read.parsed(receivedMillis);
        } catch (InvalidDocument e) {
            return null;
        }
    }

    /** The fields of the entities of a document that has been found valid. */
    public @Nullable EntityTreeBuilder entities(byte[] bytes, int offset, int length) {
        ReadDocument read = read(bytes, offset, length, true);
        return read == null ? null : read.entities();
    }

    private @Nullable ReadDocument read(byte[] bytes, int offset, int length, boolean details) {
        try {
            return ReadDocument.from(new FastTokens(symbols, bytes, offset, length), details);
        } catch (UnsupportedJson | InvalidDocument e) {
            return null;
        }
    }
}
