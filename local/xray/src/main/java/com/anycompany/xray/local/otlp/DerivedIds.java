package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.EntityId;
import java.math.BigInteger;

/** Derives the ids that a document needs and its span doesn't have; the same span gives the same ids. */
final class DerivedIds {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private DerivedIds() {}

    static String derived(String spanId, int number) {
        long seed = spanId.matches("[0-9a-f]{1,16}") ? new BigInteger(spanId, 16).longValue() : spanId.hashCode();
        long mixed = (seed + number) * SPREAD;
        return EntityId.toHex(mixed ^ (mixed >>> 32));
    }

    /** OTLP's 32 digits in X-Ray's form; anything else stays as it is, to be rejected with its reason. */
    static String trace(String traceId) {
        return traceId.length() == 32 ? "1-" + traceId.substring(0, 8) + "-" + traceId.substring(8) : traceId;
    }
}
