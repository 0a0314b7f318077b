package com.anycompany.xray.local.api;

import com.anycompany.xray.local.filter.FilterExpressions;
import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.sampling.SamplingRules;
import com.anycompany.xray.local.store.TraceStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The TCP port: everything that X-Ray Local answers over HTTP. */
public final class HttpEndpoint implements AutoCloseable {

    private static final int MAX_THREADS = 32;
    private static final int IDLE_MILLIS = 30_000;

    private final Server server;
    private final ServerConnector connector;

    private HttpEndpoint(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Binds, without answering yet: so the port is known before anything else starts. */
    public static HttpEndpoint bind(
            InetSocketAddress address, Set<String> allowedHosts, TraceStore store, Intake intake, Clock clock)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.open();
        server.addConnector(connector);
        String shown = address.getHostString() + ":" + connector.getLocalPort();
        server.setHandler(new HttpHandler(router(store, intake, clock, shown), new OriginCheck(allowedHosts)));
        server.setStopTimeout(2000);
        return new HttpEndpoint(server, connector);
    }

    private static Router router(TraceStore store, Intake intake, Clock clock, String address) {
        FilterExpressions filters = new FilterLanguage();
        Tags tags = new Tags();
        Operations operations = new Operations();
        GroupOperations groups = new GroupOperations(filters, tags);
        groups.addTo(operations);
        new TraceOperations(store, intake, groups).addTo(operations);
        new SummaryOperations(store, filters).addTo(operations);
        new TimeSeriesOperations(store, groups).addTo(operations);
        new SamplingOperations(new SamplingRules(clock.millis()), tags, clock).addTo(operations);
        new AccountOperations().addTo(operations);
        tags.addTo(operations);
        return new Router(
                operations,
                new LocalEndpoints(intake, store, clock, address),
                new Events(clock),
                new Metrics(intake.counters(), store));
    }

    public void start() throws Exception {
        server.start();
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server didn't stop", e);
        }
    }
}
