package com.anycompany.xray.local.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Deadline of connections between two requests: closes one that has not sent a whole request's headers for too long. The
 * connector's own idle timeout begins anew with every byte, so a client could hold a connection with a byte now and then.
 */
final class IdleConnections {

    private final ServerConnector connector;
    private final long mostNanos;
    private Map<EndPoint, Waiting> waiting = new HashMap<>();

    /** @param requests how many requests the connection had then */
    private record Waiting(long requests, long sinceNanos) {}

    IdleConnections(ServerConnector connector, Duration most) {
        this.connector = connector;
        this.mostNanos = most.toNanos();
    }

    /** Looks at all connections from time to time, until the connector stops. */
    void start() {
        if (connector.isRunning()) {
            connector
                    .getScheduler()
                    .schedule(
                            () -> {
                                closeOverdue();
                                start();
                            },
                            intervalMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void closeOverdue() {
        long now = System.nanoTime();
        Map<EndPoint, Waiting> still = new HashMap<>();
        for (EndPoint client : connector.getConnectedEndPoints()) {
            if (client.getConnection() instanceof HttpConnection connection
                    && connection.getHttpChannel().getRequest() == null) {
                Waiting seen = waiting.get(client);
                boolean same = seen != null && seen.requests() == connection.getMessagesIn();
                Waiting since = seen != null && same ? seen : new Waiting(connection.getMessagesIn(), now);
                still.put(client, since);
                if (now - since.sinceNanos() > mostNanos) {
                    client.close();
                }
            }
        }
        waiting = still;
    }

    private long intervalMillis() {
        return Math.min(1000, TimeUnit.NANOSECONDS.toMillis(mostNanos) / 4 + 1);
    }
}
