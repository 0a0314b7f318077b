package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Parses the daemon protocol's header of a datagram, {@code {"format": "json", "version": 1}} and a line feed. */
final class Datagram {

    static final int NO_HEADER = -1;

    private static final byte[] USUAL = "{\"format\": \"json\", \"version\": 1}\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_HEADER = 256;

    private Datagram() {}

    /** Where the document of the datagram in {@code [from, to)} begins, or {@link #NO_HEADER}. */
    static int document(byte[] bytes, int from, int to) {
        if (to - from > USUAL.length && Arrays.equals(bytes, from, from + USUAL.length, USUAL, 0, USUAL.length)) {
            return from + USUAL.length;
        }
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return end < to - 1 && isHeader(bytes, from, end) ? end + 1 : NO_HEADER;
    }

    private static boolean isHeader(byte[] bytes, int from, int end) {
        if (end - from > MAX_HEADER) {
            return false;
        }
        try {
            return Json.read(Arrays.copyOfRange(bytes, from, end)) instanceof Map<?, ?> header
                    && header.get("format") instanceof String format
                    && format.equalsIgnoreCase("json")
                    && header.get("version") instanceof Number version
                    && version.doubleValue() == 1;
        } catch (JacksonException e) {
            return false;
        }
    }
}
