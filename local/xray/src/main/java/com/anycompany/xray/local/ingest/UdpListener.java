package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.segment.SegmentDocument;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon's UDP port. One thread only receives, so that a burst finds a reader; another parses and stores. What
 * the queue between them can't hold is dropped and counted.
 */
public final class UdpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UdpListener.class);
    private static final int RECEIVE_BUFFER = 8 << 20;
    private static final int MAX_DATAGRAM = 65_536;
    private static final int QUEUE_DATAGRAMS = 32_768;
    private static final long QUEUE_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final int BATCH = 256;

    private final DatagramChannel channel;
    private final Intake intake;
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUE_DATAGRAMS);
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Thread receiver = new Thread(this::receive, "udp-receive");
    private final Thread worker = new Thread(this::work, "udp-store");
    private volatile boolean closing;

    private UdpListener(DatagramChannel channel, Intake intake) {
        this.channel = channel;
        this.intake = intake;
    }

    /** Binds and starts to receive. */
    public static UdpListener start(InetSocketAddress address, Intake intake) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        UdpListener listener = new UdpListener(channel, intake);
        listener.receiver.setDaemon(true);
        listener.worker.setDaemon(true);
        listener.worker.start();
        listener.receiver.start();
        return listener;
    }

    public int port() {
        try {
            return ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new IllegalStateException("the UDP socket is closed", e);
        }
    }

    private void receive() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_DATAGRAM);
        while (!closing) {
            try {
                buffer.clear();
                channel.receive(buffer);
                buffer.flip();
                byte[] datagram = new byte[buffer.remaining()];
                buffer.get(datagram);
                enqueue(datagram);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("a datagram could not be received: {}", e.toString());
            }
        }
    }

    private void enqueue(byte[] datagram) {
        intake.counters().received(1);
        boolean fits = queuedBytes.get() + datagram.length <= QUEUE_BYTES;
        if (fits && queue.offer(datagram)) {
            queuedBytes.addAndGet(datagram.length);
        } else {
            intake.counters().drop(IngestCounters.Drop.QUEUE_FULL);
        }
    }

    private void work() {
        List<byte[]> datagrams = new ArrayList<>(BATCH);
        List<SegmentDocument> batch = new ArrayList<>(BATCH);
        while (!closing || !queue.isEmpty()) {
            try {
                byte[] first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    datagrams.add(first);
                    queue.drainTo(datagrams, BATCH - 1);
                    store(datagrams, batch);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("documents could not be stored", e);
            } finally {
                datagrams.clear();
                batch.clear();
            }
        }
    }

    private void store(List<byte[]> datagrams, List<SegmentDocument> batch) {
        for (byte[] datagram : datagrams) {
            queuedBytes.addAndGet(-datagram.length);
            intake.parseDatagram(datagram, batch);
        }
        intake.store(batch);
    }

    @Override
    public void close() {
        closing = true;
        try {
            channel.close();
            worker.join(1000);
        } catch (IOException e) {
            LOG.warn("the UDP socket didn't close: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
