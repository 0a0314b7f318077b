package com.anycompany.xray.local.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Pull parser for JSON: what the readers of a document need, under the names and with the meaning that Jackson gives
 * them.
 *
 * <p>There are two, because ingest is mostly parsing: {@link FastTokens} is fast and supports only what SDKs usually
 * write; {@link JacksonTokens} reads all JSON.
 */
public interface JsonTokens {

    /** {@link JsonToken#NOT_AVAILABLE} at the end of the document. */
    JsonToken nextToken();

    /** The next member's name; null at the end of the object. */
    @Nullable
    String nextName();

    /** If an object or array has just begun, goes to its end. */
    void skipChildren();

    /** The text of the current string. */
    String text();

    /** The same, when many documents are expected to have this very text: one copy of it serves them all. */
    String symbol();

    double number();

    /** The number in the text of the current string, or 0. */
    int numberInText();
}
