package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Length-prefixed message of gRPC ("gRPC over HTTP/2"): one byte that says whether it is compressed, four bytes with its length, and
 * the message.
 *
 * <pre>
 * 00 00 00 00 02 0a 00   not compressed, two bytes
 * </pre>
 */
final class GrpcMessage {

    private static final int PREFIX = 5;

    private GrpcMessage() {}

    /** Thrown for a body that isn't one message, with the status to answer. */
    static final class Refused extends Exception {

        private final GrpcStatus status;

        Refused(GrpcStatus status, String message) {
            super(message, null, false, false);
            this.status = status;
        }

        GrpcStatus status() {
            return status;
        }
    }

    static byte[] framed(byte[] message) {
        return ByteBuffer.allocate(PREFIX + message.length)
                .put((byte) 0)
                .putInt(message.length)
                .put(message)
                .array();
    }

    /**
     * The only message of a body, unpacked.
     *
     * @param encoding the header {@code grpc-encoding}
     * @param items what the message consists of
     */
    static byte[] read(byte[] body, @Nullable String encoding, String items) throws Refused {
        if (body.length < PREFIX) {
            throw new Refused(
                    GrpcStatus.INVALID_ARGUMENT,
                    "the body has " + body.length + " bytes; a message begins with a prefix of " + PREFIX);
        }
        ByteBuffer buffer = ByteBuffer.wrap(body);
        byte compressed = buffer.get();
        long length = Integer.toUnsignedLong(buffer.getInt());
        if (length > Endpoint.MAX_BODY_BYTES) {
            throw new Refused(GrpcStatus.INVALID_ARGUMENT, ExportBody.tooLarge(items));
        }
        if (length > buffer.remaining()) {
            throw new Refused(
                    GrpcStatus.INVALID_ARGUMENT,
                    "the message has %d bytes, but its prefix says %d".formatted(buffer.remaining(), length));
        }
        if (length < buffer.remaining()) {
            throw new Refused(
                    GrpcStatus.UNIMPLEMENTED,
                    "the call has more than one message, but it takes one; " + (buffer.remaining() - length)
                            + " bytes follow the first");
        }
        byte[] message = new byte[(int) length];
        buffer.get(message);
        return switch (compressed) {
            case 0 -> message;
            case 1 -> unpacked(message, encoding, items);
            default ->
                throw new Refused(
                        GrpcStatus.INVALID_ARGUMENT,
                        "the first byte of a message is 0, or 1 if it is compressed; it is " + compressed);
        };
    }

    private static byte[] unpacked(byte[] message, @Nullable String encoding, String items) throws Refused {
        if (encoding == null || encoding.equals("identity")) {
            throw new Refused(GrpcStatus.INTERNAL, "the message is compressed, but grpc-encoding doesn't say how");
        }
        if (!encoding.equals("gzip")) {
            throw new Refused(
                    GrpcStatus.UNIMPLEMENTED, "grpc-encoding is " + encoding + "; send gzip, or no compression");
        }
        try {
            return ExportBody.unzipped(message, items);
        } catch (ExportBody.TooLarge e) {
            throw new Refused(GrpcStatus.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refused(
                    GrpcStatus.INVALID_ARGUMENT, "the message is not compressed with gzip: " + e.getMessage());
        }
    }
}
