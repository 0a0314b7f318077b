package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.DecimalNumber;
import com.anycompany.xray.local.json.FastTokens;
import com.anycompany.xray.local.json.HexDigits;
import com.anycompany.xray.local.json.JsonEscapes;
import com.anycompany.xray.local.segment.EntityName;
import com.anycompany.xray.local.segment.EntityTime;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Template matcher: compares one document after another with the known templates, and records the values of the
 * variables; for one thread.
 *
 * <p>A document may stand in a JSON string, where each of its quotes is escaped. It is compared with texts in that form
 * then, and ends at the first quote that isn't escaped.
 */
final class TemplateMatcher {

    private static final byte[] NO_BYTES = new byte[0];

    private final VariableWriter values = new VariableWriter();
    private final List<CompiledNode> nodes = new ArrayList<>();
    private byte[] bytes = NO_BYTES;
    private int begin;
    private int end;
    private boolean inString;

    private long traceHigh;
    private long traceLow;
    private long documentId;

    /** Records a document's values; false if none of the templates that begin with {@code root} matches it. */
    boolean match(TemplateNode root, byte[] content, int offset, int length) {
        begin(content, offset, offset + length, false);
        return follow(root);
    }

    /** The same for a document in a JSON string, which begins behind its quote; the string ends at {@link #end}. */
    boolean matchInString(TemplateNode root, byte[] content, int offset) {
        begin(content, offset, content.length, true);
        return follow(root);
    }

    private void begin(byte[] content, int from, int until, boolean string) {
        bytes = content;
        begin = from;
        end = until;
        inString = string;
        values.clear();
        nodes.clear();
    }

    /** Releases the document. */
    void clear() {
        bytes = NO_BYTES;
        nodes.clear();
    }

    private boolean follow(TemplateNode root) {
        int at = begin;
        for (CompiledNode node = root.compiled(); node != null; ) {
            nodes.add(node);
            at = follow(node, at);
            if (at < 0 || at == end && inString) {
                return false;
            }
            if (at == end || inString && bytes[at] == '"') {
                end = at;
                return node.ending != null && at - begin <= SegmentDocument.MAX_BYTES;
            }
            node = node.following(first(at));
        }
        return false;
    }

    private byte first(int at) {
        boolean escaped = inString && bytes[at] == '\\' && at + 1 < end;
        return escaped ? JsonEscapes.unescape(bytes[at + 1]) : bytes[at];
    }

    /** Returns where the node ends; negative if the document doesn't match. */
    private int follow(CompiledNode node, int from) {
        byte[][] texts = inString ? node.escapedTexts : node.texts;
        Variable[] wanted = node.variables;
        int at = from;
        for (int i = 0; ; i++) {
            byte[] text = texts[i];
            int after = at + text.length;
            if (after > end || !Arrays.equals(bytes, at, after, text, 0, text.length)) {
                return -1;
            }
            if (i == wanted.length) {
                return after;
            }
            at = record(wanted[i], after);
            if (at < 0) {
                return -1;
            }
        }
    }

    /** Records the value of a variable and returns where it ends; negative if none begins here. */
    private int record(Variable variable, int at) {
        return switch (variable.encoding()) {
            case ID -> recordId(variable, at);
            case TRACE_ID -> recordTraceId(at);
            case SECONDS -> recordSeconds(at);
            case NAME -> recordText(at, nameEnd(at));
            case TEXT -> recordText(at, textEnd(at));
            case AMOUNT -> recordText(at, amountEnd(at));
            case NUMBER -> recordText(at, DecimalNumber.end(bytes, at, end));
        };
    }

    private int recordText(int from, int to) {
        if (to >= 0) {
            values.putText(bytes, from, to);
        }
        return to;
    }

    private int recordId(Variable variable, int at) {
        int after = at + 16;
        if (after > end) {
            return -1;
        }
        long high = HexDigits.eight(bytes, at);
        long low = HexDigits.eight(bytes, at + 8);
        long id = high << 32 | low;
        values.putLong(id);
        if (variable.isDocumentId()) {
            documentId = id;
        }
        return (high | low) < 0 ? -1 : after;
    }

    /** The form {@code 1-<8 digits>-<24 digits>}; the other one is rare. */
    private int recordTraceId(int at) {
        int after = at + 35;
        if (after > end || bytes[at] != '1' || bytes[at + 1] != '-' || bytes[at + 10] != '-') {
            return -1;
        }
        long a = HexDigits.eight(bytes, at + 2);
        long b = HexDigits.eight(bytes, at + 11);
        long c = HexDigits.eight(bytes, at + 19);
        long d = HexDigits.eight(bytes, at + 27);
        traceHigh = a << 32 | b;
        traceLow = c << 32 | d;
        values.putLong(traceHigh);
        values.putLong(traceLow);
        return (a | b | c | d) < 0 ? -1 : after;
    }

    private int recordSeconds(int at) {
        long time = EncodedTime.read(bytes, at, end);
        values.putLong(time);
        if (time != EncodedTime.TEXT) {
            return at + EncodedTime.length(time);
        }
        int after = amountEnd(at);
        boolean valid = after >= 0 && EntityTime.isValid(DecimalNumber.of(bytes, at, after));
        return recordText(at, valid ? after : -1);
    }

    private int nameEnd(int at) {
        int after = textEnd(at);
        return after >= 0 && EntityName.isValid(bytes, at, after) ? after : -1;
    }

    /** Ends at a quote; within a string at the backslash in front of it. */
    private int textEnd(int at) {
        char close = inString ? '\\' : '"';
        int i = FastTokens.skipPlain(bytes, at, end);
        for (; i < end && bytes[i] != close; i++) {
            if (bytes[i] < ' ' || bytes[i] == '\\' || bytes[i] == '"') {
                return -1;
            }
        }
        return i < end ? i : -1;
    }

    private int amountEnd(int at) {
        return at < end && bytes[at] != '-' ? DecimalNumber.end(bytes, at, end) : -1;
    }

    /** Where the document ends. */
    int end() {
        return end;
    }

    /** The nodes that it has matched, one after another. */
    List<CompiledNode> nodes() {
        return nodes;
    }

    TraceId traceId() {
        return new TraceId(traceHigh, traceLow);
    }

    /** The id of the document's entity. */
    long documentId() {
        return documentId;
    }

    /** The variables' values, in the form that {@link EncodedValues} reads. */
    byte[] values() {
        return values.toArray();
    }
}
