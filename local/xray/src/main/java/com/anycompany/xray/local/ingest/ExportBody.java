package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks exports that are compressed with gzip, within bounds. */
final class ExportBody {

    /** How many times as large as it is an export may become when it is unpacked, once that is more than some. */
    private static final int MAX_RATIO = 200;

    private static final int ALWAYS_UNPACKED_BYTES = 1 << 20;

    private ExportBody() {}

    /** Thrown for an export that is larger than accepted. */
    static final class TooLarge extends Exception {

        TooLarge(String message) {
            super(message, null, false, false);
        }
    }

    /** What to say of an export that is too large, whether unpacked or not. */
    static String tooLarge(String items) {
        return "the export has more than " + Endpoint.MAX_BODY_BYTES + " bytes; send fewer " + items + " at once";
    }

    /**
     * @param items what it consists of, for the message
     * @throws IOException if it isn't gzip
     */
    static byte[] unzipped(byte[] body, String items) throws IOException, TooLarge {
        int most = mostUnpacked(body.length);
        byte[] plain;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            // one byte more than allowed: enough to see that it is too large
            plain = in.readNBytes(most + 1);
        }
        if (plain.length > Endpoint.MAX_BODY_BYTES) {
            throw new TooLarge(tooLarge(items));
        }
        if (plain.length > most) {
            throw new TooLarge(
                    "the export is packed more than " + MAX_RATIO + " : 1; send fewer " + items + " at once");
        }
        return plain;
    }

    private static int mostUnpacked(int bytes) {
        return (int) Math.min(Endpoint.MAX_BODY_BYTES, Math.max(ALWAYS_UNPACKED_BYTES, (long) bytes * MAX_RATIO));
    }
}
