package com.anycompany.service.spring.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Request that HTTP clients don't send, such as one whose body doesn't come. */
final class RawRequest {

    private static final int TIMEOUT_MILLIS = 20_000;

    private RawRequest() {}

    /** Sends the request line and headers, and returns all that comes until the server closes the connection. */
    static String send(int port, String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String head = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
