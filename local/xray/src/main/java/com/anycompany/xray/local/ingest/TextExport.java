package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanReader;
import com.anycompany.xray.local.parse.InvalidDocument;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * An export of spans in place of a segment document: {@code T1S}, or {@code T1U} if they weren't sampled, and behind it an
 * {@code ExportTraceServiceRequest} in base 64. AWS's distribution of OpenTelemetry (ADOT) sends it to the daemon's address
 * from Lambda functions; the daemon passes it to PutTraceSegments. Source: ADOT for Java, {@code OtlpUdpSpanExporter}.
 */
final class TextExport {

    private static final int PREFIX = 3;

    private TextExport() {}

    /** Whether one begins there. */
    static boolean isAt(byte[] bytes, int offset, int length) {
        return length > PREFIX
                && bytes[offset] == 'T'
                && bytes[offset + 1] == '1'
                && (bytes[offset + 2] == 'S' || bytes[offset + 2] == 'U');
    }

    /** Its spans, at least one. */
    static List<Span> spans(byte[] bytes, int offset, int length) throws InvalidDocument {
        String text = new String(bytes, offset + PREFIX, length - PREFIX, StandardCharsets.ISO_8859_1);
        List<Span> spans;
        try {
            spans = SpanReader.readProtobuf(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            throw InvalidDocument.unreadable("what follows T1S or T1U, an export of OpenTelemetry, is not base 64");
        } catch (InvalidExport e) {
            throw InvalidDocument.unreadable(String.valueOf(e.getMessage()));
        }
        if (spans.isEmpty()) {
            throw InvalidDocument.unreadable("the export behind T1S or T1U has no spans");
        }
        return spans;
    }
}
