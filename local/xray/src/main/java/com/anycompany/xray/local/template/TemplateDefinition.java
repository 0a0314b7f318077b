package com.anycompany.xray.local.template;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Binary form of a template's text, which is stored beside the documents: texts, each behind its length, and between
 * them one byte for the form of the variable. It restores documents to the byte, in another process, too; for what they
 * say, they have to be parsed then.
 */
public final class TemplateDefinition {

    private static final byte END = 0;
    private static final byte TEXT = 1;
    private static final byte ID = 2;
    private static final byte TRACE_ID = 3;
    private static final byte SECONDS = 4;
    private static final int TRACE_ID_LENGTH = 35;
    private static final int MAX_TEXT = 0xFFFF;
    private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.BIG_ENDIAN);
    private static final HexFormat HEX = HexFormat.of();

    private TemplateDefinition() {}

    /** @param nodes which documents match one after another */
    static byte[] of(List<CompiledNode> nodes) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (CompiledNode node : nodes) {
            for (int i = 0; i < node.texts.length; i++) {
                text.writeBytes(node.texts[i]);
                if (i < node.variables.length) {
                    write(written, text, form(node.variables[i].encoding()));
                }
            }
        }
        write(written, text, END);
        return written.toByteArray();
    }

    private static void write(ByteArrayOutputStream written, ByteArrayOutputStream text, byte form) {
        if (text.size() > MAX_TEXT) {
            throw new IllegalArgumentException("a text of " + text.size() + " bytes");
        }
        written.write(text.size() >>> 8);
        written.write(text.size());
        written.writeBytes(text.toByteArray());
        written.write(form);
        text.reset();
    }

    private static byte form(Encoding encoding) {
        return switch (encoding) {
            case ID -> ID;
            case TRACE_ID -> TRACE_ID;
            case SECONDS -> SECONDS;
            default -> TEXT;
        };
    }

    /** Restores a document's JSON, to the byte. */
    public static byte[] decode(byte[] definitions, int definitionAt, byte[] content, int valuesAt) {
        EncodedValues values = new EncodedValues(content, valuesAt);
        byte[] out = new byte[2048];
        int length = 0;
        int at = definitionAt;
        while (true) {
            int text = (char) LENGTH.get(definitions, at);
            at += Character.BYTES;
            out = ensure(out, length + text + TRACE_ID_LENGTH);
            System.arraycopy(definitions, at, out, length, text);
            at += text;
            length += text;
            byte form = definitions[at++];
            switch (form) {
                case END -> {
                    return Arrays.copyOf(out, length);
                }
                case ID -> {
                    values.next(Encoding.ID);
                    length = putHex(out, length, values.id(), 16);
                }
                case TRACE_ID -> {
                    values.next(Encoding.TRACE_ID);
                    length = putTraceId(out, length, values.id(), values.idsSecondHalf());
                }
                default -> {
                    values.next(form == SECONDS ? Encoding.SECONDS : Encoding.TEXT);
                    if (form == SECONDS && values.time() != EncodedTime.TEXT) {
                        length = EncodedTime.write(values.time(), out, length);
                    } else {
                        int bytes = values.to() - values.from();
                        out = ensure(out, length + bytes);
                        System.arraycopy(content, values.from(), out, length, bytes);
                        length += bytes;
                    }
                }
            }
        }
    }

    private static byte[] ensure(byte[] out, int needed) {
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
}
