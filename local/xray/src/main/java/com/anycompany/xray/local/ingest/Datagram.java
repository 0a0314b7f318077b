package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.segment.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Takes the daemon protocol's header, {@code {"format": "json", "version": 1}} and a line feed, off a datagram. */
final class Datagram {

    private static final byte[] USUAL = "{\"format\": \"json\", \"version\": 1}".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_HEADER = 256;

    private Datagram() {}

    static byte @Nullable [] document(byte[] datagram) {
        int end = 0;
        while (end < datagram.length && datagram[end] != '\n') {
            end++;
        }
        if (end >= datagram.length - 1 || !isHeader(datagram, end)) {
            return null;
        }
        return Arrays.copyOfRange(datagram, end + 1, datagram.length);
    }

    private static boolean isHeader(byte[] datagram, int end) {
        if (Arrays.equals(datagram, 0, end, USUAL, 0, USUAL.length)) {
            return true;
        }
        if (end > MAX_HEADER) {
            return false;
        }
        try {
            return Json.read(Arrays.copyOf(datagram, end)) instanceof Map<?, ?> header
                    && header.get("format") instanceof String format
                    && format.equalsIgnoreCase("json")
                    && header.get("version") instanceof Number version
                    && version.doubleValue() == 1;
        } catch (JacksonException e) {
            return false;
        }
    }
}
