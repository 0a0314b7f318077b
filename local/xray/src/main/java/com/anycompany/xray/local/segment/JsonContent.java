package com.anycompany.xray.local.segment;

import java.util.Arrays;

/**
 * A document as JSON. @param bytes where it stands, among other data perhaps; they must not change until it has been
 * stored
 */
public record JsonContent(byte[] bytes, int offset, int length) implements DocumentContent {

    @Override
    public byte[] json() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
