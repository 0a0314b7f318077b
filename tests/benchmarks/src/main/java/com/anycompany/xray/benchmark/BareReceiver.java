package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The least that any server could do: receives datagrams, walks the tokens of each, forgets them. */
@Command(
        name = "receive",
        description = "Receives and parses datagrams; prints its port, and its count on each line read.")
final class BareReceiver implements Callable<Integer> {

    private static final JsonFactory JSON = new JsonFactory();

    private volatile long received;

    @Override
    public Integer call() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 8 << 20);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread loop = new Thread(() -> receive(channel), "receive");
            loop.setDaemon(true);
            loop.start();
            System.out.println(((InetSocketAddress) channel.getLocalAddress()).getPort());
            while (System.in.read() >= 0) {
                System.out.println(received);
            }
        }
        return 0;
    }

    private void receive(DatagramChannel channel) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
        byte[] bytes = new byte[64 * 1024];
        long count = 0;
        try {
            while (true) {
                buffer.clear();
                channel.receive(buffer);
                int length = buffer.flip().remaining();
                buffer.get(bytes, 0, length);
                walk(bytes, length);
                received = ++count;
            }
        } catch (ClosedChannelException e) {
            // Asked to end.
        } catch (IOException e) {
            throw new IllegalStateException("datagrams can't be received", e);
        }
    }

    private static void walk(byte[] bytes, int length) {
        int document = 0;
        while (bytes[document] != '\n') {
            document++;
        }
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), bytes, document + 1, length - document - 1)) {
            while (parser.nextToken() != null) {
                // Walking is all.
            }
        }
    }
}
