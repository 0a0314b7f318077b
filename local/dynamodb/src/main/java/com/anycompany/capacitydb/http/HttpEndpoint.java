package com.anycompany.capacitydb.http;

import com.anycompany.capacitydb.operation.Operations;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
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
    private static final int MAX_CONNECTIONS = 1000;
    private static final Duration MAX_UPLOAD = Duration.ofSeconds(30);
    private static final int SHUTDOWN_IDLE_MILLIS = 100;
    private static final int STOP_MILLIS = 2000;

    private final Server server;
    private final ServerConnector connector;

    private HttpEndpoint(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Binds, without answering yet: so the port is known before anything else starts. */
    public static HttpEndpoint bind(InetSocketAddress address) throws IOException {
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
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.open();
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
        server.setStopTimeout(STOP_MILLIS);
        return new HttpEndpoint(server, connector);
    }

    public void start(Operations operations, Set<String> allowedHosts) throws Exception {
        server.setHandler(new HttpHandler(new ApiRequests(operations), new OriginCheck(allowedHosts), MAX_UPLOAD));
        server.start();
    }

    public int port() {
        return connector.getLocalPort();
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
