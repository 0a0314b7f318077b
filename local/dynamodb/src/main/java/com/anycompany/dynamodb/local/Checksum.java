package com.anycompany.dynamodb.local;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Adds the checksum that the real service sends with errors too, and the engine only with what succeeds. */
final class Checksum extends Handler.Wrapper {

    private static final String HEADER = "x-amz-crc32";

    Checksum(Handler engine) {
        super(engine);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new WithChecksum(request, response), callback);
    }

    private static final class WithChecksum extends Response.Wrapper {

        private WithChecksum(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer body, Callback callback) {
            if (last && !isCommitted() && !getHeaders().contains(HEADER)) {
                CRC32 crc = new CRC32();
                crc.update(body.duplicate());
                getHeaders().put(HEADER, Long.toString(crc.getValue()));
            }
            super.write(last, body, callback);
        }
    }
}
