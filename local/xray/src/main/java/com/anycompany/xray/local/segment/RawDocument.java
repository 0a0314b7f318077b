package com.anycompany.xray.local.segment;

import java.nio.charset.StandardCharsets;

/** The bytes of something that is said to be a segment document; they stand among others perhaps. */
public record RawDocument(byte[] bytes, int offset, int length) {

    public static RawDocument of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawDocument(bytes, 0, bytes.length);
    }
}
