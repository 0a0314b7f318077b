package com.anycompany.xray.local;

import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.HttpEndpoint;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.UdpListener;
import com.anycompany.xray.local.insight.Insights;
import com.anycompany.xray.local.store.DataFolder;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running X-Ray Local: the daemon's UDP port, and the API and console on TCP, both of one number. */
public final class XRayLocalServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(XRayLocalServer.class);
    private static final long TIDY_MILLIS = 50;
    private static final long LOOK_MILLIS = 1000;

    private static final String CONFIGURATION = "configuration.jsonl";

    private final int port;
    private final long restored;
    private final Closing closing;
    private final ScheduledExecutorService tidying;

    /**
     * What can be chosen.
     *
     * @param port 0 takes a free one
     * @param data the folder that documents and configuration are kept in; null keeps them in memory only
     */
    public record Options(
            InetAddress bind,
            int port,
            Set<String> allowedHosts,
            StoreOptions store,
            @Nullable Path data) {

        public Options(InetAddress bind, int port, Set<String> allowedHosts, StoreOptions store) {
            this(bind, port, allowedHosts, store, null);
        }
    }

    private XRayLocalServer(
            int port, long restored, Closing closing, TraceStore store, Insights insights, Clock clock) {
        this.port = port;
        this.restored = restored;
        this.closing = closing;
        this.tidying = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "tidy");
            thread.setDaemon(true);
            return thread;
        });
        tidying.scheduleWithFixedDelay(
                () -> attempt("tidying up the store", () -> store.tidy(clock.millis())),
                TIDY_MILLIS,
                TIDY_MILLIS,
                TimeUnit.MILLISECONDS);
        tidying.scheduleWithFixedDelay(
                () -> attempt("looking for insights", () -> insights.look(clock.millis())),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Binds both ports, brings back what the folder holds, and answers from then on. */
    public static XRayLocalServer start(Options options, Clock clock) throws IOException {
        Path data = options.data();
        DataFolder folder = data == null ? DataFolder.NONE : DataFolder.open(data, options.store());
        Groups groups = new Groups();
        TraceStore store = new TraceStore(options.store(), groups, folder);
        Insights insights = new Insights(groups, store::serviceGraph);
        Intake intake = new Intake(store, clock);
        InetSocketAddress address = new InetSocketAddress(options.bind(), options.port());
        Closing closing = new Closing().then(store);
        try {
            HttpEndpoint http = HttpEndpoint.bind(
                    address,
                    options.allowedHosts(),
                    store,
                    groups,
                    insights,
                    intake,
                    folder.file(CONFIGURATION),
                    clock);
            closing.then(http);
            long restored = store.restore();
            UdpListener udp = UdpListener.start(new InetSocketAddress(options.bind(), http.port()), intake);
            closing.then(udp);
            http.start();
            return new XRayLocalServer(http.port(), restored, closing, store, insights, clock);
        } catch (Exception e) {
            closing.close();
            throw e instanceof IOException io ? io : new IOException("the HTTP server didn't start", e);
        }
    }

    /** Work that throws would never be done again; even if memory was short once, it is to go on. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", what, e);
        }
    }

    /** The number of both ports. */
    public int port() {
        return port;
    }

    /** The documents that were there already. */
    long restored() {
        return restored;
    }

    @Override
    public void close() {
        tidying.shutdown();
        closing.close();
    }
}
