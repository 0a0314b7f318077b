package com.anycompany.xray.local.template;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Part;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that documents of one {@link Shape} have in common, with holes for what differs; so that of each document only
 * that need be kept (ADR 030).
 *
 * <p>What a template looks like can be written down beside the documents, as its {@link #definition}: texts, each behind its
 * length, and between them one byte for the kind of the hole. That suffices to restore a document to the byte; to
 * understand one without parsing it takes the template itself, which may be forgotten at any time.
 */
public final class Template {

    private static final byte END = 0;
    private static final byte TEXT = 1;
    private static final byte ID = 2;
    private static final byte TRACE_ID = 3;
    private static final byte SECONDS = 4;
    private static final int TRACE_ID_LENGTH = 35;
    private static final int MAX_TEXT = 0xFFFF;
    private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.BIG_ENDIAN);
    private static final HexFormat HEX = HexFormat.of();

    private final int id;
    private final List<Pattern> patterns;
    private final Shape shape;
    private final Hole[] holes;
    private final byte[] definition;

    /** @param patterns which a document must match one after another, the last of them one that may be the end */
    public Template(int id, List<Pattern> patterns, Shape shape) {
        this.id = id;
        this.patterns = List.copyOf(patterns);
        this.shape = shape;
        List<Hole> all = new ArrayList<>();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Pattern pattern : patterns) {
            for (int i = 0; i < pattern.texts.length; i++) {
                text.writeBytes(pattern.texts[i]);
                if (i < pattern.holes.length) {
                    all.add(pattern.holes[i]);
                    write(written, text, kind(pattern.holes[i]));
                }
            }
        }
        write(written, text, END);
        this.holes = all.toArray(new Hole[0]);
        this.definition = written.toByteArray();
    }

    private static void write(ByteArrayOutputStream written, ByteArrayOutputStream text, byte kind) {
        if (text.size() > MAX_TEXT) {
            throw new IllegalArgumentException("a text of " + text.size() + " bytes");
        }
        written.write(text.size() >>> 8);
        written.write(text.size());
        written.writeBytes(text.toByteArray());
        written.write(kind);
        text.reset();
    }

    private static byte kind(Hole hole) {
        return switch (hole.meaning().spelling) {
            case ID -> ID;
            case TRACE_ID -> TRACE_ID;
            case SECONDS -> SECONDS;
            default -> TEXT;
        };
    }

    /** The template of that number, unless it has been forgotten. */
    public static @Nullable Template withId(int id) {
        return Shapes.ALL.template(id);
    }

    /** Its number, of which there is one only in this process. */
    public int id() {
        return id;
    }

    /** From which {@link #expand} restores documents, even in another process. */
    public byte[] definition() {
        return definition;
    }

    public Shape shape() {
        return shape;
    }

    /** Whether it is still what those patterns, one after another, say. */
    public boolean consistsOf(List<Pattern> others) {
        if (patterns.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** A document to the byte. */
    public static byte[] expand(byte[] definitions, int definitionAt, byte[] content, int valuesAt) {
        Values values = new Values(content, valuesAt);
        byte[] out = new byte[2048];
        int length = 0;
        int at = definitionAt;
        while (true) {
            int text = (char) LENGTH.get(definitions, at);
            at += Character.BYTES;
            out = room(out, length + text + TRACE_ID_LENGTH);
            System.arraycopy(definitions, at, out, length, text);
            at += text;
            length += text;
            byte kind = definitions[at++];
            switch (kind) {
                case END -> {
                    return Arrays.copyOf(out, length);
                }
                case ID -> {
                    values.next(Meaning.Spelling.ID);
                    length = putHex(out, length, values.id(), 16);
                }
                case TRACE_ID -> {
                    values.next(Meaning.Spelling.TRACE_ID);
                    length = putTraceId(out, length, values.id(), values.idsSecondHalf());
                }
                default -> {
                    values.next(kind == SECONDS ? Meaning.Spelling.SECONDS : Meaning.Spelling.TEXT);
                    if (kind == SECONDS && values.time() != Seconds.TEXT) {
                        length = Seconds.write(values.time(), out, length);
                    } else {
                        int bytes = values.to() - values.from();
                        out = room(out, length + bytes);
                        System.arraycopy(content, values.from(), out, length, bytes);
                        length += bytes;
                    }
                }
            }
        }
    }

    private static byte[] room(byte[] out, int needed) {
        return needed <= out.length ? out : Arrays.copyOf(out, Math.max(needed, out.length * 2));
    }

    private static int putTraceId(byte[] out, int at, long high, long low) {
        out[at] = '1';
        out[at + 1] = '-';
        putHex(out, at + 2, high >>> 32, 8);
        out[at + 10] = '-';
        putHex(out, at + 11, high, 8);
        return putHex(out, at + 19, low, 16);
    }

    /** Writes the lowest digits; returns where they end. */
    private static int putHex(byte[] out, int at, long value, int digits) {
        for (int i = 0; i < digits; i++) {
            out[at + i] = (byte) HEX.toLowHexDigit((int) (value >>> 4 * (digits - 1 - i)));
        }
        return at + digits;
    }

    /** A document, understood. */
    public Part part(byte[] content, int valuesAt, long receivedMillis) {
        Draft[] drafts = new Draft[shape.size()];
        for (int i = 0; i < drafts.length; i++) {
            drafts[i] = new Draft(shape.entity(i), shape.flagged(i));
        }
        Values values = new Values(content, valuesAt);
        for (Hole hole : holes) {
            values.next(hole.meaning().spelling);
            drafts[hole.entity()].fill(hole, values);
        }
        return new Part(new Builder(drafts).next(), shape.subsegment(), receivedMillis);
    }

    /** Makes the entities, each with those that it encloses, in the order in which the document begins them. */
    private static final class Builder {

        private final Draft[] drafts;
        private int made;

        Builder(Draft[] drafts) {
            this.drafts = drafts;
        }

        Entity next() {
            Draft draft = drafts[made++];
            int enclosed = draft.enclosed();
            if (enclosed == 0) {
                return draft.build(List.of());
            }
            List<Entity> subsegments = new ArrayList<>(enclosed);
            for (int i = 0; i < enclosed; i++) {
                subsegments.add(next());
            }
            return draft.build(subsegments);
        }
    }
}
