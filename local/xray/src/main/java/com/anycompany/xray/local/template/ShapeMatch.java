package com.anycompany.xray.local.template;

import com.anycompany.xray.local.ingest.DocumentList;
import com.anycompany.xray.local.json.HexDigits;
import com.anycompany.xray.local.json.PlainNumber;
import com.anycompany.xray.local.json.PlainTokens;
import com.anycompany.xray.local.parse.DocumentParser;
import com.anycompany.xray.local.parse.EntityReader;
import com.anycompany.xray.local.parse.EntityRules;
import com.anycompany.xray.local.segment.Content;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds one document after another against the known shapes, and takes down what fills the holes; for one thread.
 *
 * <p>A document may stand in a string of JSON, where each of its quotes is behind a backslash. It is compared with texts
 * that look so, too, and ends at the first quote that isn't.
 */
public final class ShapeMatch {

    private static final byte[] NOTHING = new byte[0];

    private final ValueWriter values = new ValueWriter();
    private final List<Pattern> patterns = new ArrayList<>();
    private byte[] bytes = NOTHING;
    private int begin;
    private int end;
    private boolean quoted;

    private long traceHigh;
    private long traceLow;
    private long documentId;

    /** Takes up a document, from which nothing is left over; false if it has none of the shapes that follow {@code root}. */
    public boolean take(Stretch root, byte[] content, int offset, int length) {
        begin(content, offset, offset + length, false);
        return follow(root);
    }

    /** Takes up a document that stands in a string, from behind its quote on; the string ends at {@link #end}. */
    public boolean takeQuoted(Stretch root, byte[] content, int offset) {
        begin(content, offset, content.length, true);
        return follow(root);
    }

    private void begin(byte[] content, int from, int until, boolean inString) {
        bytes = content;
        begin = from;
        end = until;
        quoted = inString;
        values.clear();
        patterns.clear();
    }

    /** Lets go of the document. */
    public void forget() {
        bytes = NOTHING;
        patterns.clear();
    }

    private boolean follow(Stretch root) {
        int at = begin;
        for (Stretch next = root; next != null; ) {
            Pattern pattern = next.pattern();
            patterns.add(pattern);
            at = follow(pattern, at);
            if (at < 0 || at == end && quoted) {
                return false;
            }
            if (at == end || quoted && bytes[at] == '"') {
                end = at;
                return pattern.ending != null && at - begin <= DocumentParser.MAX_BYTES;
            }
            next = pattern.following(first(at));
        }
        return false;
    }

    private byte first(int at) {
        boolean escaped = quoted && bytes[at] == '\\' && at + 1 < end;
        return escaped ? DocumentList.meant(bytes[at + 1]) : bytes[at];
    }

    /** Returns where the pattern ends; negative if the document is another one. */
    private int follow(Pattern pattern, int from) {
        byte[][] texts = quoted ? pattern.quotedTexts : pattern.texts;
        Hole[] wanted = pattern.holes;
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
            at = find(wanted[i], after);
            if (at < 0) {
                return -1;
            }
        }
    }

    /** Takes the value down that fills a hole and returns where it ends; negative if none does that begins here. */
    private int find(Hole hole, int at) {
        return switch (hole.meaning().spelling) {
            case ID -> findId(hole, at);
            case TRACE_ID -> findTraceId(at);
            case SECONDS -> findSeconds(at);
            case NAME -> take(at, findName(at));
            case TEXT -> take(at, findText(at));
            case AMOUNT -> take(at, findAmount(at));
            case NUMBER -> take(at, PlainNumber.end(bytes, at, end));
        };
    }

    private int take(int from, int to) {
        if (to >= 0) {
            values.putText(bytes, from, to);
        }
        return to;
    }

    private int findId(Hole hole, int at) {
        int after = at + 16;
        if (after > end) {
            return -1;
        }
        long high = HexDigits.eight(bytes, at);
        long low = HexDigits.eight(bytes, at + 8);
        long id = high << 32 | low;
        values.putLong(id);
        if (hole.entity() == 0 && hole.meaning() == Meaning.ID) {
            documentId = id;
        }
        return (high | low) < 0 ? -1 : after;
    }

    /** The text {@code 1-<8 digits>-<24 digits>}; the other spelling is rare. */
    private int findTraceId(int at) {
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

    private int findSeconds(int at) {
        long time = Seconds.read(bytes, at, end);
        values.putLong(time);
        if (time != Seconds.TEXT) {
            return at + Seconds.length(time);
        }
        int after = findAmount(at);
        boolean valid = after >= 0 && EntityReader.isTime(PlainNumber.of(bytes, at, after));
        return take(at, valid ? after : -1);
    }

    private int findName(int at) {
        int after = findText(at);
        return after >= 0 && EntityRules.isPlainName(bytes, at, after) ? after : -1;
    }

    /** Ends at a quote; within a string at the backslash in front of it. */
    private int findText(int at) {
        char close = quoted ? '\\' : '"';
        int i = PlainTokens.skipPlain(bytes, at, end);
        for (; i < end && bytes[i] != close; i++) {
            if (bytes[i] < ' ' || bytes[i] == '\\' || bytes[i] == '"') {
                return -1;
            }
        }
        return i < end ? i : -1;
    }

    private int findAmount(int at) {
        return at < end && bytes[at] != '-' ? PlainNumber.end(bytes, at, end) : -1;
    }

    /** Where the document ends. */
    public int end() {
        return end;
    }

    /** What it has matched, one after another. */
    public List<Pattern> patterns() {
        return patterns;
    }

    /** The document, judged: it is as valid as the first of its shape. */
    public SegmentDocument judged(Template template) {
        return new SegmentDocument(
                new TraceId(traceHigh, traceLow),
                documentId,
                template.shape().inProgress(),
                template.shape().subsegment(),
                new Content.Filled(template, values.toArray()));
    }
}
