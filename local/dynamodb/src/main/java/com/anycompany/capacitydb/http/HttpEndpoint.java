package com.anycompany.capacitydb.http;

import com.anycompany.capacitydb.operation.Operations;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The port that serves the API over HTTP. */
public final class HttpEndpoint implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpEndpoint.class.getName());
    private static final int MAX_THREADS = 32;
    private static final int MIN_THREADS = 4;
    private static final int MAX_HEADER = 16 * 1024;
    private static final int IDLE_MILLIS = 60_000;
    private static final int CROWDED_IDLE_MILLIS = 1000;
    private static final int WATCH_MILLIS = 1000;
    private static final int SHUTDOWN_IDLE_MILLIS = 100;
    private static final int STOP_MILLIS = 2000;

    private final Server server;
    private final ServerConnector connector;
    private final HttpLimits limits;

    private HttpEndpoint(Server server, ServerConnector connector, HttpLimits limits) {
        this.server = server;
        this.connector = connector;
        this.limits = limits;
    }

    /** Binds, without answering yet: so the port is known before anything else starts. */
    public static HttpEndpoint bind(InetSocketAddress address) throws IOException {
        return bind(address, HttpLimits.DEFAULT);
    }

    static HttpEndpoint bind(InetSocketAddress address, HttpLimits limits) throws IOException {
        // Jetty's own queue asks the JVM's management interface for the length of a cache line, a fifth of the start-up
        // time.
        QueuedThreadPool threads =
                new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_MILLIS, new LinkedBlockingQueue<>());
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER);
        ServerConnector connector = new ServerConnector(server, 1, 1, TimedConnection.factory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.open();
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        server.setStopTimeout(STOP_MILLIS);
        return new HttpEndpoint(server, connector, limits);
    }

    public void start(Operations operations, Set<String> allowedHosts) throws Exception {
        server.setHandler(new HttpHandler(new ApiRequests(operations), new OriginCheck(allowedHosts), limits));
        server.start();
        watchConnections();
    }

    /** Closes connections whose header is late and, while there are too many, those that wait for their clients. */
    private void watchConnections() {
        Collection<EndPoint> open = connector.getConnectedEndPoints();
        int idle = open.size() > limits.crowded() ? CROWDED_IDLE_MILLIS : IDLE_MILLIS;
        for (EndPoint endPoint : open) {
            TimedConnection.closeIfLate(endPoint, limits.header());
            if (endPoint.getIdleTimeout() != idle) {
                endPoint.setIdleTimeout(idle);
            }
        }
        if (server.isRunning()) {
            long pause = Math.min(WATCH_MILLIS, limits.header().toMillis() / 4);
            connector.getScheduler().schedule(this::watchConnections, pause, TimeUnit.MILLISECONDS);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** How many connections are open. */
    int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** Waits until it's closed. */
    public void await() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        connector.close();
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "Clients that held on to their connections were cut off", e);
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "The HTTP server didn't stop cleanly", e);
        }
    }
}
