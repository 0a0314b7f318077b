package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends segments as an SDK does, at a steady rate, from a process of its own; prints how many. */
@Command(name = "send", description = "Sends datagrams at a rate; prints sent and nanoseconds.")
final class UdpSender implements Callable<Integer> {

    private static final int TRACES = 2_000;

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--rate", required = true)
    private int rate;

    @Option(names = "--seconds", required = true)
    private double seconds;

    /** Each sender makes up traces of its own. */
    @Option(names = "--seed")
    private int seed = 1;

    @Override
    public Integer call() throws IOException {
        List<Payload> payloads = Payload.datagrams(new SampleTraces(seed, now() - 600).take(TRACES));
        ByteBuffer buffer = ByteBuffer.allocateDirect(8 * 1024);
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            // Unmeasured: the compiler has seen the loop before it counts. The warm-up has the first rounds.
            long sent = send(channel, buffer, payloads, 0, Math.min(rate, 20_000), 1);
            long start = System.nanoTime();
            long measured = send(channel, buffer, payloads, 16, rate, seconds);
            System.out.println(sent + " " + measured + " " + (System.nanoTime() - start));
        }
        return 0;
    }

    private static long send(
            DatagramChannel channel, ByteBuffer buffer, List<Payload> payloads, int round, int rate, double seconds)
            throws IOException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long sent = 0;
        for (long now = start; now < end; now = System.nanoTime()) {
            long due = (long) ((now - start) / 1e9 * rate);
            if (sent >= due) {
                LockSupport.parkNanos(200_000);
            }
            // More than can be sent may be due: that is no reason to go on beyond the end.
            for (; sent < due && System.nanoTime() < end; sent++) {
                int index = (int) (sent % payloads.size());
                int turn = round + (int) (sent / payloads.size());
                buffer.clear().put(payloads.get(index).forRound(turn)).flip();
                write(channel, buffer);
            }
        }
        return sent;
    }

    private static void write(DatagramChannel channel, ByteBuffer buffer) throws IOException {
        try {
            channel.write(buffer);
        } catch (PortUnreachableException e) {
            throw new IOException("nobody listens on the port", e);
        }
    }

    static double now() {
        return System.currentTimeMillis() / 1000.0;
    }
}
