package com.anycompany.xray.local.http;

import com.anycompany.xray.local.config.ConfigurationJournal;
import com.anycompany.xray.local.config.ReplayClock;
import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.insight.Insights;
import com.anycompany.xray.local.operation.AccountOperations;
import com.anycompany.xray.local.operation.GroupOperations;
import com.anycompany.xray.local.operation.InsightOperations;
import com.anycompany.xray.local.operation.PolicyOperations;
import com.anycompany.xray.local.operation.RetrievalOperations;
import com.anycompany.xray.local.operation.SamplingOperations;
import com.anycompany.xray.local.operation.SummaryOperations;
import com.anycompany.xray.local.operation.TimeSeriesOperations;
import com.anycompany.xray.local.operation.TraceOperations;
import com.anycompany.xray.local.operation.TransactionSearchOperations;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.sampling.SamplingRules;
import com.anycompany.xray.local.status.Events;
import com.anycompany.xray.local.status.LocalEndpoints;
import com.anycompany.xray.local.status.Metrics;
import com.anycompany.xray.local.store.TraceStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

/** The TCP port: everything that X-Ray Local answers over HTTP. */
public final class HttpEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
    private static final int MAX_THREADS = 32;
    /** Fifty documents come in two or three reads. */
    private static final int INPUT_BUFFER = 32 * 1024;

    private static final int IDLE_MILLIS = 30_000;
    private static final int MAX_CONNECTIONS = 1000;
    private static final Duration MAX_UPLOAD = Duration.ofSeconds(30);
    private static final int SHUTDOWN_IDLE_MILLIS = 100;

    private final Server server;
    private final ServerConnector connector;

    private HttpEndpoint(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Binds, without answering yet: so the port is known before anything else starts.
     *
     * @param configuration where groups, rules and the like are kept, or null
     */
    public static HttpEndpoint bind(
            InetSocketAddress address,
            Set<String> allowedHosts,
            TraceStore store,
            Groups groups,
            Insights insights,
            Intake intake,
            @Nullable Path configuration,
            Clock clock)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        HttpConnectionFactory connections = new HttpConnectionFactory(http);
        connections.setInputBufferSize(INPUT_BUFFER);
        ServerConnector connector = new ServerConnector(server, 1, 1, connections);
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.open();
        server.addConnector(connector);
        String shown = address.getHostString() + ":" + connector.getLocalPort();
        server.setHandler(new HttpHandler(
                router(store, groups, insights, intake, configuration, clock, shown),
                new OtlpEndpoint(intake),
                new OriginCheck(allowedHosts),
                MAX_UPLOAD));
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
        server.setStopTimeout(2000);
        return new HttpEndpoint(server, connector);
    }

    private static Router router(
            TraceStore store,
            Groups groups,
            Insights insights,
            Intake intake,
            @Nullable Path configuration,
            Clock realClock,
            String address)
            throws IOException {
        ReplayClock clock = new ReplayClock(realClock);
        ConfigurationJournal journal = new ConfigurationJournal(configuration, clock);
        Tags tags = new Tags();
        Operations operations = new Operations();
        GroupOperations grouping = new GroupOperations(groups, store, tags, clock);
        grouping.addTo(operations);
        new TraceOperations(store, intake, grouping).addTo(operations);
        new SummaryOperations(store, new FilterLanguage(groups)).addTo(operations);
        new TimeSeriesOperations(store, grouping).addTo(operations);
        new InsightOperations(insights, grouping, store).addTo(operations);
        new SamplingOperations(new SamplingRules(clock.millis()), tags, clock).addTo(operations);
        new AccountOperations().addTo(operations);
        new PolicyOperations(clock).addTo(operations);
        new TransactionSearchOperations(clock).addTo(operations);
        new RetrievalOperations(store, clock).addTo(operations);
        tags.addTo(operations);
        journal.replay(operations);
        Events events = new Events(clock);
        insights.onChange(events::insight);
        return new Router(
                operations,
                journal,
                new LocalEndpoints(intake, store, clock, address),
                events,
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
        } catch (TimeoutException e) {
            LOG.debug("clients that held on to their connections were cut off", e);
        } catch (Exception e) {
            LOG.warn("the HTTP server didn't stop cleanly: {}", e.toString());
        }
    }
}
