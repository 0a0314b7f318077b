package com.anycompany.capacitydb.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP connection that costs next to nothing, so that what is measured is the server. */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String host;

    Connection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        host = server.getHost() + ":" + server.getPort();
    }

    /** The bytes of a request; any signature will do. */
    byte[] request(String operation, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST / HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: DynamoDB_20120810." + operation
                + "\r\nX-Amz-Date: 20261201T000000Z\r\nAuthorization: AWS4-HMAC-SHA256 "
                + "Credential=local/20261201/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, "
                + "Signature=0\r\nContent-Length: " + content.length + "\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[first.length + content.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    /** Sends a request and skips the body of the response, which must be of status 200. */
    void call(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.contains(" 200")) {
            throw new IOException(status);
        }
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Long.parseLong(
                        name.substring("content-length:".length()).strip());
            }
            chunked |= name.startsWith("transfer-encoding:");
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
    }

    private void skipChunks() throws IOException {
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            in.skipNBytes(size);
            line();
            if (size == 0) {
                return;
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
