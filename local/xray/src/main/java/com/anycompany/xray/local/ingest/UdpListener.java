package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.segment.SegmentDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * UDP receiver of the daemon protocol. One thread only receives, so that bursts are read in time; another one validates
 * and stores. What the queue between them can't hold is dropped and counted.
 */
public final class UdpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UdpListener.class);
    private static final int RECEIVE_BUFFER = 8 << 20;
    private static final int MAX_DATAGRAM = 65_536;
    private static final long QUEUE_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    /** The receiver goes on polling while at least so many datagrams arrive per interval. */
    private static final int MIN_BURST = 4;

    private static final long POLL_NANOS = 100_000;
    private static final int FEW = 32;
    private static final long LAST_DATAGRAMS_MILLIS = 1000;

    private final DatagramChannel channel;
    private final Intake intake;
    private final DatagramQueue queue = new DatagramQueue(QUEUE_BYTES);
    private final Thread receiver = new Thread(this::receive, "udp-receive");
    private final Thread worker = new Thread(this::work, "udp-store");
    /** Of the receiver alone: it has seen the datagram that ends it. */
    private boolean last;

    private volatile boolean ending;
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
        intake.counters().countLost(new SocketDrops(listener.port()));
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
        while (!closing && !last) {
            try {
                if (receiveOne(buffer)) {
                    receiveBurst(buffer);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("a datagram could not be received: {}", e.toString());
            } catch (RuntimeException | Error e) {
                // The thread goes on: a lack of memory may be temporary.
                LOG.error("datagrams could not be received", e);
            }
        }
    }

    /**
     * While datagrams come thickly, looks for them from time to time: to be woken for each costs sender and receiver
     * more than the datagram itself. The system keeps what comes meanwhile.
     */
    private void receiveBurst(ByteBuffer buffer) throws IOException {
        channel.configureBlocking(false);
        try {
            int found = MIN_BURST;
            while (found >= MIN_BURST && !closing && !last) {
                LockSupport.parkNanos(POLL_NANOS);
                found = 0;
                while (receiveOne(buffer)) {
                    found++;
                }
            }
        } finally {
            channel.configureBlocking(true);
        }
    }

    /** False if there is nothing, or nothing more to come. */
    private boolean receiveOne(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.receive(buffer) == null) {
            return false;
        }
        buffer.flip();
        last = ending && !buffer.hasRemaining();
        if (last) {
            return false;
        }
        intake.counters().received(1);
        boolean queued = false;
        try {
            queued = queue.offer(buffer);
        } finally {
            if (!queued) {
                intake.counters().drop(IngestCounters.Drop.QUEUE_FULL, 1);
            }
        }
        return true;
    }

    private void work() {
        List<SegmentDocument> documents = new ArrayList<>();
        try {
            for (DatagramBatch batch = queue.take(); batch != null; batch = queue.take()) {
                store(batch, documents);
                boolean few = batch.size() < FEW;
                queue.giveBack(batch);
                if (few && !closing) {
                    // The next ones come together then: waking up for each would cost more than storing it.
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(DatagramBatch batch, List<SegmentDocument> documents) {
        try {
            batch.forEach((bytes, from, to) -> intake.validateDatagram(bytes, from, to, documents));
            intake.store(documents);
        } catch (RuntimeException | Error e) {
            LOG.error("documents could not be stored", e);
        } finally {
            documents.clear();
        }
    }

    /** What was sent before still counts: an empty datagram of our own comes after all that lies in the socket. */
    private void receiveTheLast() throws IOException, InterruptedException {
        ending = true;
        InetSocketAddress own = (InetSocketAddress) channel.getLocalAddress();
        InetSocketAddress reachable = own.getAddress().isAnyLocalAddress()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), own.getPort())
                : own;
        try (DatagramChannel farewell = DatagramChannel.open()) {
            farewell.send(ByteBuffer.allocate(0), reachable);
        }
        receiver.join(LAST_DATAGRAMS_MILLIS);
    }

    @Override
    public void close() {
        try {
            receiveTheLast();
        } catch (IOException e) {
            LOG.warn("the last datagrams may be lost: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closing = true;
        try {
            channel.close();
            queue.close();
            worker.join(1000);
        } catch (IOException e) {
            LOG.warn("the UDP socket didn't close: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
