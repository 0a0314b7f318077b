package com.anycompany.xray.local;

import com.anycompany.xray.local.config.ConfigurationJournal;
import com.anycompany.xray.local.config.EncryptionConfig;
import com.anycompany.xray.local.config.ReplayClock;
import com.anycompany.xray.local.config.ResourcePolicies;
import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.config.TransactionSearch;
import com.anycompany.xray.local.console.StaticFiles;
import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpServer;
import com.anycompany.xray.local.http.Router;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.MisdirectedExports;
import com.anycompany.xray.local.ingest.Telemetry;
import com.anycompany.xray.local.ingest.UdpListener;
import com.anycompany.xray.local.insight.Insights;
import com.anycompany.xray.local.logs.LogStore;
import com.anycompany.xray.local.operation.EncryptionOperations;
import com.anycompany.xray.local.operation.GroupOperations;
import com.anycompany.xray.local.operation.InsightOperations;
import com.anycompany.xray.local.operation.OperationEndpoint;
import com.anycompany.xray.local.operation.ResourcePolicyOperations;
import com.anycompany.xray.local.operation.RetrievalOperations;
import com.anycompany.xray.local.operation.SamplingRuleOperations;
import com.anycompany.xray.local.operation.SamplingTargetOperations;
import com.anycompany.xray.local.operation.ServiceGraphOperations;
import com.anycompany.xray.local.operation.TagOperations;
import com.anycompany.xray.local.operation.TelemetryOperations;
import com.anycompany.xray.local.operation.TimeSeriesOperations;
import com.anycompany.xray.local.operation.TraceOperations;
import com.anycompany.xray.local.operation.TraceSummaryOperations;
import com.anycompany.xray.local.operation.TransactionSearchOperations;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.ServiceModel;
import com.anycompany.xray.local.sampling.Boosts;
import com.anycompany.xray.local.sampling.Quotas;
import com.anycompany.xray.local.sampling.SamplingRules;
import com.anycompany.xray.local.sampling.SamplingStatistics;
import com.anycompany.xray.local.status.EventEndpoint;
import com.anycompany.xray.local.status.EventLog;
import com.anycompany.xray.local.status.FilterKeywordsEndpoint;
import com.anycompany.xray.local.status.Metrics;
import com.anycompany.xray.local.status.MetricsEndpoint;
import com.anycompany.xray.local.status.MissingPartsEndpoint;
import com.anycompany.xray.local.status.StatusEndpoint;
import com.anycompany.xray.local.status.TraceLogsEndpoint;
import com.anycompany.xray.local.store.DataFolder;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composition root: creates and connects all parts of one X-Ray Local. It listens on a UDP port for segment documents, and on
 * the TCP port of the same number for the API and the console.
 *
 * <p>Decision: docs/adr/038-composition-root.md.
 */
public final class XRayLocalServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(XRayLocalServer.class);
    private static final long TIDY_MILLIS = 50;
    private static final long INSIGHTS_MILLIS = 1000;
    private static final long LOGS_MILLIS = 10_000;
    private static final String CONFIGURATION = "configuration.jsonl";

    private final Options options;
    private final Clock clock;
    private final ReplayClock replayClock;
    private final DataFolder folder;
    private final TransactionSearch search;
    private final Groups groups;
    private final EventLog events = new EventLog();
    private final TraceStore store;
    private final Insights insights;
    private final Intake intake;
    private final Telemetry telemetry;
    private final OtlpPorts otlpPorts;
    private final RetentionClock retentionClock;
    private final BackgroundRestore restore;
    private final CloseableStack resources = new CloseableStack();
    private int port;

    /**
     * Settings of an X-Ray Local.
     *
     * @param further another address on which the same port is bound, if it is free there; null for none
     * @param port 0 for a free port
     * @param maxLogBytes most memory for log records
     * @param otlp further ports for OpenTelemetry's exporters; null for none
     * @param data the folder in which documents, log records and configuration are persisted; null keeps them in memory only
     */
    public record Options(
            InetAddress bind,
            @Nullable InetAddress further,
            int port,
            Set<String> allowedHosts,
            StoreOptions store,
            long maxLogBytes,
            OtlpPorts.@Nullable Numbers otlp,
            @Nullable Path data) {

        /** Options with the usual memory for log records, and without further ports. */
        public Options(InetAddress bind, int port, Set<String> allowedHosts, StoreOptions store, @Nullable Path data) {
            this(bind, null, port, allowedHosts, store, LogStore.defaultBytes(), null, data);
        }

        public Options(InetAddress bind, int port, Set<String> allowedHosts, StoreOptions store) {
            this(bind, port, allowedHosts, store, null);
        }
    }

    private XRayLocalServer(Options options, Clock clock) throws IOException {
        this.options = options;
        this.clock = clock;
        this.replayClock = new ReplayClock(clock);
        this.search = new TransactionSearch(TransactionSearchOperations.DEFAULT_DESTINATION, clock.millis());
        this.groups = new Groups(search::indexes);
        this.folder = options.data() == null ? DataFolder.NONE : DataFolder.open(options.data(), options.store());
        this.store = resources.push(new TraceStore(options.store(), new DocumentDecoder(), groups, folder));
        this.insights = new Insights(groups, store::serviceGraph, events::addInsight);
        this.intake = new Intake(store, clock);
        LogStore logs = resources.push(LogStore.open(options.maxLogBytes(), options.data()));
        this.telemetry = new Telemetry(intake, logs, clock);
        this.otlpPorts = new OtlpPorts(options.bind(), hostInUrl(options.bind()), telemetry);
        this.retentionClock = new RetentionClock(clock);
        this.restore = new BackgroundRestore(store);
    }

    /**
     * Binds both ports, receives and serves requests, and meanwhile restores the persisted data in the background.
     */
    public static XRayLocalServer start(Options options, Clock clock) throws IOException {
        XRayLocalServer server = new XRayLocalServer(options, clock);
        try {
            server.start();
            return server;
        } catch (Exception e) {
            server.close();
            throw e instanceof IOException io ? io : new IOException("the HTTP server didn't start", e);
        }
    }

    /** Restores the groups before the traces: a restored trace is assigned to groups. */
    private void start() throws Exception {
        HttpServer http =
                resources.push(HttpServer.bind(address(options.port()), options.further(), options.allowedHosts()));
        port = http.port();
        if (options.otlp() != null) {
            otlpPorts.bind(http, options.otlp(), misdirectedExports());
        }
        Operations operations = operations();
        ConfigurationJournal journal = new ConfigurationJournal(folder.file(CONFIGURATION), replayClock);
        journal.replay(operations);
        store.open(() -> {
            resources.push(UdpListener.start(address(port), intake));
            receiveOnFurtherAddress();
            http.start(router(operations, journal));
        });
        resources.push(restore);
        restore.start();
        BackgroundTasks tasks = resources.push(new BackgroundTasks());
        tasks.schedule("tidying up the store", TIDY_MILLIS, () -> store.tidy(clock.millis(), retentionClock.millis()));
        tasks.schedule(
                "evicting old log records",
                LOGS_MILLIS,
                () -> telemetry
                        .logs()
                        .evictOlderThan(retentionClock.millis()
                                - options.store().retention().toMillis()));
        tasks.schedule("evaluating insights", INSIGHTS_MILLIS, () -> {
            if (!store.isRestoring()) {
                insights.evaluate(clock.millis());
            }
        });
    }

    private void receiveOnFurtherAddress() {
        if (options.further() != null) {
            InetSocketAddress further = new InetSocketAddress(options.further(), port);
            try {
                resources.push(UdpListener.start(further, intake));
            } catch (IOException e) {
                LOG.warn("{} can't be bound ({}); only {} receives segments", further, e.getMessage(), address(port));
            }
        }
    }

    private Operations operations() {
        Clock now = replayClock;
        Tags tags = new Tags();
        SamplingRules rules = new SamplingRules(now.millis());
        Quotas quotas = new Quotas();
        Boosts boosts = new Boosts();
        Operations operations = new Operations(ServiceModel.read());
        new TraceOperations(store, intake).addTo(operations);
        new TraceSummaryOperations(store, new FilterLanguage(groups), search::indexes).addTo(operations);
        new ServiceGraphOperations(store, groups).addTo(operations);
        new TimeSeriesOperations(store, groups).addTo(operations);
        new RetrievalOperations(store, now).addTo(operations);
        new GroupOperations(groups, store, tags, now).addTo(operations);
        new InsightOperations(insights, groups, store).addTo(operations);
        new SamplingRuleOperations(rules, quotas, boosts, tags, now).addTo(operations);
        new SamplingTargetOperations(rules, quotas, boosts, new SamplingStatistics(), now).addTo(operations);
        new TagOperations(tags, groups).addTo(operations);
        new EncryptionOperations(new EncryptionConfig()).addTo(operations);
        new ResourcePolicyOperations(new ResourcePolicies(), now).addTo(operations);
        new TransactionSearchOperations(search, now).addTo(operations);
        new TelemetryOperations().addTo(operations);
        return operations;
    }

    /** The static files come last, because they serve every path. */
    private Router router(Operations operations, ConfigurationJournal journal) {
        String address = hostInUrl(options.bind()) + ":" + port;
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(telemetry.grpcEndpoint());
        endpoints.add(new OperationEndpoint(operations, journal));
        endpoints.addAll(telemetry.httpEndpoints());
        endpoints.addAll(List.of(
                new StatusEndpoint(intake, store, telemetry, replayClock, address),
                new MetricsEndpoint(new Metrics(intake.counters(), store, telemetry)),
                new EventEndpoint(events, replayClock),
                new FilterKeywordsEndpoint(),
                new MissingPartsEndpoint(store),
                new TraceLogsEndpoint(telemetry.logs()),
                new StaticFiles()));
        return new Router(endpoints, misdirectedExports());
    }

    private MisdirectedExports misdirectedExports() {
        return new MisdirectedExports(intake, clock, exportAddress());
    }

    /** Where exporters on this machine should send. */
    private String exportAddress() {
        return (options.bind().isAnyLocalAddress() ? "localhost" : hostInUrl(options.bind())) + ":" + port;
    }

    /** An IPv6 address has brackets before a port, and {@code ::} in place of zeros. */
    static String hostInUrl(InetAddress address) {
        String host = new InetSocketAddress(address, 0).getHostString();
        if (host.indexOf(':') < 0) {
            return host;
        }
        String shortened = host.replaceFirst("(^|:)0(:0)+(:|$)", "::");
        return "[" + shortened + "]";
    }

    private InetSocketAddress address(int number) {
        return new InetSocketAddress(options.bind(), number);
    }

    /** The number of both ports. */
    public int port() {
        return port;
    }

    /** The further ports for OpenTelemetry's exporters. */
    public OtlpPorts otlpPorts() {
        return otlpPorts;
    }

    /** The number of documents that the folder contained at the start. */
    long found() {
        return store.usage().found();
    }

    /** Waits until they are restored; returns how many are in the store then. */
    long restored() throws InterruptedException {
        restore.await();
        return store.usage().documents();
    }

    @Override
    public void close() {
        resources.close();
    }
}
