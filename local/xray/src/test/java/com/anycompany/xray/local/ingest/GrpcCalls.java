package com.anycompany.xray.local.ingest;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** gRPC calls byte by byte: a client that may do everything wrong. */
final class GrpcCalls implements AutoCloseable {

    private final HTTP2Client client = new HTTP2Client();
    private final Session session;
    private final int port;

    /** What came back: the headers that came last have the status. */
    record Answer(int httpStatus, HttpFields headers, HttpFields trailers, byte[] body) {

        /** The status, or -1 if there is none. */
        int status() {
            String status =
                    trailers.get("grpc-status") == null ? headers.get("grpc-status") : trailers.get("grpc-status");
            return status == null ? -1 : Integer.parseInt(status);
        }

        String message() {
            return String.valueOf(headers.get("grpc-message"));
        }
    }

    GrpcCalls(int port) throws Exception {
        this.port = port;
        client.start();
        session = client.connect(new InetSocketAddress("127.0.0.1", port), new Session.Listener() {})
                .get(10, TimeUnit.SECONDS);
    }

    Answer call(String path, byte[] body, String... headers) throws Exception {
        return begin(path, body, true, headers).get(20, TimeUnit.SECONDS);
    }

    /** @param end false leaves the body unfinished */
    CompletableFuture<Answer> begin(String path, byte[] body, boolean end, String... headers) throws Exception {
        HttpFields.Mutable fields =
                HttpFields.build().put("content-type", "application/grpc").put("te", "trailers");
        for (int i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], headers[i + 1]);
        }
        MetaData.Request request = new MetaData.Request(
                "POST", HttpURI.from("http://127.0.0.1:" + port + path), HttpVersion.HTTP_2, fields);
        Received received = new Received();
        Promise.Completable<Stream> opened = new Promise.Completable<>();
        session.newStream(new HeadersFrame(request, null, false), opened, received);
        Stream stream = opened.get(10, TimeUnit.SECONDS);
        stream.data(new DataFrame(stream.getId(), ByteBuffer.wrap(body), end), Callback.NOOP);
        return received.answer;
    }

    private static final class Received implements Stream.Listener {

        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private final java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        private MetaData.Response response;

        @Override
        public void onHeaders(Stream stream, HeadersFrame frame) {
            if (frame.getMetaData() instanceof MetaData.Response first) {
                response = first;
                if (frame.isEndStream()) {
                    answer.complete(
                            new Answer(first.getStatus(), first.getHttpFields(), HttpFields.EMPTY, body.toByteArray()));
                } else {
                    stream.demand();
                }
            } else {
                answer.complete(new Answer(
                        response.getStatus(),
                        response.getHttpFields(),
                        frame.getMetaData().getHttpFields(),
                        body.toByteArray()));
            }
        }

        @Override
        public void onDataAvailable(Stream stream) {
            Stream.Data data = stream.readData();
            if (data == null) {
                stream.demand();
                return;
            }
            ByteBuffer bytes = data.frame().getByteBuffer();
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            body.writeBytes(copy);
            boolean last = data.frame().isEndStream();
            data.release();
            if (last) {
                answer.complete(new Answer(
                        response.getStatus(), response.getHttpFields(), HttpFields.EMPTY, body.toByteArray()));
            } else {
                stream.demand();
            }
        }

        @Override
        public void onReset(Stream stream, org.eclipse.jetty.http2.frames.ResetFrame frame, Callback callback) {
            answer.completeExceptionally(new IllegalStateException("reset with " + frame.getError()));
            callback.succeeded();
        }
    }

    @Override
    public void close() throws Exception {
        client.stop();
    }
}
