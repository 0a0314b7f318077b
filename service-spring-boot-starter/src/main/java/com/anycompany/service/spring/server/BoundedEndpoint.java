package com.anycompany.service.spring.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.util.unit.DataSize;

/**
 * Tomcat endpoint that bounds connections: their number for each client address, the time until the headers of a request have
 * come, and the time for which a thread waits for a slow reader.
 */
final class BoundedEndpoint extends NioEndpoint {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final AtomicLong refused = new AtomicLong();
    private HttpServerProperties.Connections limits =
            new HttpServerProperties.Connections(0, Duration.ofSeconds(10), Duration.ofSeconds(5), DataSize.ofBytes(0));

    /** Set before the start. */
    void limit(HttpServerProperties.Connections limits) {
        this.limits = limits;
        if (limits.sendBuffer().toBytes() > 0) {
            getSocketProperties().setTxBufSize((int) limits.sendBuffer().toBytes());
        }
    }

    /** Connections that were closed at once since the start, because their client had too many. */
    long refused() {
        return refused.get();
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        HeaderTimeouts timeouts = new HeaderTimeouts();
        getUtilityExecutor()
                .scheduleWithFixedDelay(timeouts::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isOneTooMany(socket)) {
            refused.incrementAndGet();
            destroySocket(socket);
            return true;
        }
        boolean accepted = super.setSocketOptions(socket);
        SocketWrapperBase<NioChannel> connection = connections.get(socket);
        if (connection != null) {
            connection.setWriteTimeout(limits.writeTimeout().toMillis());
        }
        return accepted;
    }

    /** Counts by looking at the open connections, so that no count can go wrong; most servers never have so many. */
    private boolean isOneTooMany(SocketChannel socket) {
        int max = limits.maxPerClient();
        if (max <= 0 || connections.size() < max) {
            return false;
        }
        try {
            if (!(socket.getRemoteAddress() instanceof InetSocketAddress client)) {
                return false;
            }
            String address = client.getAddress().getHostAddress();
            return getConnections().stream()
                            .filter(open -> address.equals(open.getRemoteAddr()))
                            .limit(max)
                            .count()
                    == max;
        } catch (IOException e) {
            // It is closed already, which is found out as soon as it is read.
            return false;
        }
    }

    /** Closes connections whose headers haven't come in time: Tomcat's own timeout begins anew with each byte. */
    private final class HeaderTimeouts {

        private Map<SocketWrapperBase<NioChannel>, Long> waiting = new IdentityHashMap<>();

        void sweep() {
            long now = System.nanoTime();
            Map<SocketWrapperBase<NioChannel>, Long> still = new IdentityHashMap<>();
            for (SocketWrapperBase<NioChannel> connection : getConnections()) {
                if (connection.getCurrentProcessor() instanceof Processor processor
                        && !processor.isAsync()
                        && !processor.isUpgrade()) {
                    long since = waiting.getOrDefault(connection, now);
                    if (now - since > limits.headerTimeout().toNanos()) {
                        connection.close();
                    } else {
                        still.put(connection, since);
                    }
                }
            }
            waiting = still;
        }
    }
}
