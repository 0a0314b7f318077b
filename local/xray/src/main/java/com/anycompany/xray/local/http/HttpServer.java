package com.anycompany.xray.local.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP server on one TCP port, and on further ones with routers of their own. All ports share threads and limits. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MAX_THREADS = 32;

    /** 50 documents arrive in two or three reads. */
    private static final int INPUT_BUFFER = 32 * 1024;

    private static final int IDLE_MILLIS = 30_000;

    /** Of a port for HTTP/2 alone: exporters of metrics call once a minute. */
    private static final int HTTP2_IDLE_MILLIS = 120_000;

    private static final int MAX_CONNECTIONS = 1000;
    private static final Duration HEADERS_TIMEOUT = Duration.ofSeconds(30);
    private static final int STOP_MILLIS = 2000;
    private static final int SHUTDOWN_IDLE_MILLIS = 100;

    private final Server server;
    private final @Nullable InetAddress further;
    private final List<ServerConnector> own;
    private final OriginCheck origins;
    private final Map<Connector, Router> routers = new HashMap<>();

    /** Which versions of HTTP a port speaks. */
    public enum Versions {
        /** A connection with HTTP/2 is refused, and reported to the router's listener. */
        HTTP_1,
        /** The router's endpoints have to tell HTTP/1 from HTTP/2. */
        HTTP_1_AND_2
    }

    private HttpServer(Server server, InetSocketAddress address, @Nullable InetAddress further, OriginCheck origins)
            throws IOException {
        this.server = server;
        this.further = further;
        this.origins = origins;
        this.own = open(address, 1, IDLE_MILLIS, () -> http1And2(configuration()));
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }

    /**
     * Binds the port without accepting requests yet, so that the port is known before {@link #start}. It speaks HTTP/1.1 and
     * HTTP/2.
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
        server.setStopTimeout(STOP_MILLIS);
        return new HttpServer(server, address, further, new OriginCheck(allowedHosts));
    }

    /**
     * Binds another port, on the same addresses, before {@link #start}; returns its number.
     *
     * @throws IOException if the port is in use or not available
     */
    public int bindAlso(InetSocketAddress address, Versions versions, Router router) throws IOException {
        List<ServerConnector> another = versions == Versions.HTTP_1
                ? open(address, 0, IDLE_MILLIS, () -> http1(configuration(), router.unserved()))
                : open(address, 0, HTTP2_IDLE_MILLIS, () -> http1And2(configuration()));
        another.forEach(each -> routers.put(each, router));
        return another.get(0).getLocalPort();
    }

    /**
     * One connector, or two with the further address.
     *
     * @param acceptors 0 lets the selector's thread accept connections, too
     */
    private List<ServerConnector> open(
            InetSocketAddress address, int acceptors, int idleMillis, Supplier<ConnectionFactory[]> factories)
            throws IOException {
        List<ServerConnector> opened = new ArrayList<>();
        opened.add(openOne(address, acceptors, idleMillis, factories.get()));
        if (further != null) {
            InetSocketAddress same =
                    new InetSocketAddress(further, opened.get(0).getLocalPort());
            try {
                opened.add(openOne(same, acceptors, idleMillis, factories.get()));
            } catch (IOException e) {
                LOG.warn("{} can't be bound ({}); only {} receives requests", same, reason(e), address);
            }
        }
        return opened;
    }

    private ServerConnector openOne(
            InetSocketAddress address, int acceptors, int idleMillis, ConnectionFactory... factories)
            throws IOException {
        ServerConnector connector = new ServerConnector(server, acceptors, 1, factories);
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(idleMillis);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.open();
        server.addConnector(connector);
        return connector;
    }

    private static @Nullable String reason(IOException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    private static ConnectionFactory[] http1(HttpConfiguration http, UnservedRequests unserved) {
        return new ConnectionFactory[] {connections(http), new Http2Refusal(unserved)};
    }

    private static ConnectionFactory[] http1And2(HttpConfiguration http) {
        return new ConnectionFactory[] {connections(http), new Http2Connections(http)};
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        return http;
    }

    private static HttpConnectionFactory connections(HttpConfiguration http) {
        HttpConnectionFactory connections = new HttpConnectionFactory(http);
        connections.setInputBufferSize(INPUT_BUFFER);
        return connections;
    }

    /** Accepts requests from now on; the router is that of the first port. */
    public void start(Router router) throws Exception {
        own.forEach(each -> routers.put(each, router));
        server.setHandler(new RequestHandler(
                this::router,
                origins,
                RequestBody.Limits.DEFAULT,
                RequestHandler.ResponseLimits.DEFAULT,
                BodyMemory.ofHeap()));
        server.start();
        for (Connector each : server.getConnectors()) {
            new IdleConnections((ServerConnector) each, HEADERS_TIMEOUT).start();
        }
    }

    private Router router(Request request) {
        return routers.getOrDefault(request.getConnectionMetaData().getConnector(), Router.NONE);
    }

    public int port() {
        return own.get(0).getLocalPort();
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
