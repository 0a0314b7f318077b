package com.anycompany.xray.local.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP server on one TCP port. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MAX_THREADS = 32;

    /** 50 documents arrive in two or three reads. */
    private static final int INPUT_BUFFER = 32 * 1024;

    private static final int IDLE_MILLIS = 30_000;
    private static final int MAX_CONNECTIONS = 1000;
    private static final Duration HEADERS_TIMEOUT = Duration.ofSeconds(30);
    private static final int STOP_MILLIS = 2000;
    private static final int SHUTDOWN_IDLE_MILLIS = 100;

    private final Server server;
    private final List<ServerConnector> connectors;
    private final Http2Refusal http2;
    private final OriginCheck origins;

    private HttpServer(Server server, List<ServerConnector> connectors, Http2Refusal http2, OriginCheck origins) {
        this.server = server;
        this.connectors = connectors;
        this.http2 = http2;
        this.origins = origins;
    }

    /**
     * Binds the port without accepting requests yet, so that the port is known before {@link #start}.
     *
     * @param further another address on which the same port is bound if it is free; null for none
     * @param allowedHosts host names that a request may have besides {@code localhost}
     */
    public static HttpServer bind(InetSocketAddress address, @Nullable InetAddress further, Set<String> allowedHosts)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        Http2Refusal http2 = new Http2Refusal();
        List<ServerConnector> connectors = new ArrayList<>();
        connectors.add(open(server, address, http2));
        if (further != null) {
            InetSocketAddress same =
                    new InetSocketAddress(further, connectors.get(0).getLocalPort());
            try {
                connectors.add(open(server, same, http2));
            } catch (IOException e) {
                LOG.warn("{} can't be bound ({}); only {} receives requests", same, reason(e), address);
            }
        }
        connectors.forEach(server::addConnector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connectors.toArray(ServerConnector[]::new)));
        server.setStopTimeout(STOP_MILLIS);
        return new HttpServer(server, List.copyOf(connectors), http2, new OriginCheck(allowedHosts));
    }

    private static ServerConnector open(Server server, InetSocketAddress address, Http2Refusal http2)
            throws IOException {
        ServerConnector connector = new ServerConnector(server, 1, 1, connections(), http2);
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.open();
        return connector;
    }

    private static @Nullable String reason(IOException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    private static HttpConnectionFactory connections() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        HttpConnectionFactory connections = new HttpConnectionFactory(http);
        connections.setInputBufferSize(INPUT_BUFFER);
        return connections;
    }

    /** Accepts requests from now on. */
    public void start(Router router) throws Exception {
        http2.setListener(router.unserved());
        server.setHandler(new RequestHandler(
                router,
                origins,
                RequestBody.Limits.DEFAULT,
                RequestHandler.ResponseLimits.DEFAULT,
                BodyMemory.ofHeap()));
        server.start();
        connectors.forEach(connector -> new IdleConnections(connector, HEADERS_TIMEOUT).start());
    }

    public int port() {
        return connectors.get(0).getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.debug("open connections were cut", e);
        } catch (Exception e) {
            LOG.warn("the HTTP server didn't stop cleanly: {}", e.toString());
        }
    }
}
