package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.JacksonTokens;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.json.JsonProblem;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Parser for all documents, with Jackson; decides finally whether a document is valid, and says what is wrong with it.
 */
public final class JacksonParser {

    /** Reads the details, too: what Jackson can't read now, it couldn't later. */
    public SegmentDocument validate(byte[] bytes, int offset, int length) throws InvalidDocument {
        return read(bytes, offset, length).validate(bytes, offset, length);
    }

    /** Parses a document that has been found valid. */
    public ParsedDocument parse(byte[] bytes, int offset, int length, long receivedMillis) {
        try {
            return read(bytes, offset, length).parsed(receivedMillis);
        } catch (InvalidDocument e) {
            throw new IllegalStateException("a stored document can't be read any more: " + e.getMessage(), e);
        }
    }

    private static ReadDocument read(byte[] bytes, int offset, int length) throws InvalidDocument {
        try (JsonParser json = Json.FACTORY.createParser(Json.READ, bytes, offset, length)) {
            return ReadDocument.from(new JacksonTokens(json), true);
        } catch (JacksonException e) {
            throw InvalidDocument.unreadable(JsonProblem.describe(e));
        }
    }
}
