package com.anycompany.xray.local.robustness;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What came back for bytes that a client of ours would never send; status 0 if nothing did. */
record RawHttp(int status, String text, long millis) {

    static RawHttp send(int port, byte[] request) throws IOException {
        long start = System.nanoTime();
        String text;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            text = exchange(socket, request);
        }
        int status = text.matches("(?s)HTTP/1\\.1 \\d{3} .*") ? Integer.parseInt(text.substring(9, 12)) : 0;
        return new RawHttp(status, text, (System.nanoTime() - start) / 1_000_000);
    }

    private static String exchange(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException e) {
            // Hung up on before everything was said: there may be an answer all the same.
            return read(socket);
        }
        return read(socket);
    }

    private static String read(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
