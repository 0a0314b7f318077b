package com.anycompany.xray.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts prepared bodies over several connections, as fast as the answers come: a client that costs next to nothing. */
final class HttpLoad {

    private final int port;
    private final String path;
    private final List<Payload> bodies;

    /** What was stored in how long, and the longest wait for one answer. */
    record Result(long documents, double seconds, double worstMillis) {
        double rate() {
            return documents / seconds;
        }
    }

    HttpLoad(int port, String path, List<Payload> bodies) {
        this.port = port;
        this.path = path;
        this.bodies = bodies;
    }

    /** Sends until that many documents are stored. */
    Result send(long documents, int firstRound, int connections) throws InterruptedException, IOException {
        return send(documents, 1e6, firstRound, connections);
    }

    /** Sends until that many documents are stored, or the time is up. */
    Result send(long documents, double seconds, int firstRound, int connections)
            throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Future<Result>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int lane = i;
                Callable<Result> work = () -> lane(lane, connections, documents / connections, end, firstRound);
                parts.add(threads.submit(work));
            }
            long sent = 0;
            double worst = 0;
            for (Future<Result> part : parts) {
                sent += part.get().documents();
                worst = Math.max(worst, part.get().worstMillis());
            }
            return new Result(sent, (System.nanoTime() - start) / 1e9, worst);
        } catch (ExecutionException e) {
            throw new IOException("posting to port " + port + " failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Result lane(int lane, int lanes, long documents, long end, int firstRound) throws IOException {
        long sent = 0;
        long worst = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            // Head and body in one write: the server isn't woken for each.
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 256 * 1024);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            for (int i = lane, round = firstRound; sent < documents && System.nanoTime() < end; i += lanes) {
                if (i >= bodies.size()) {
                    i = lane;
                    round++;
                }
                Payload body = bodies.get(i);
                long begun = System.nanoTime();
                exchange(out, in, body.forRound(round));
                worst = Math.max(worst, System.nanoTime() - begun);
                sent += body.documents();
            }
        }
        return new Result(sent, 0, worst / 1e6);
    }

    private void exchange(OutputStream out, InputStream in, byte[] body) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IOException("answered " + status);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
