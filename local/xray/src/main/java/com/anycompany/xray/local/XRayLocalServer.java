package com.anycompany.xray.local;

import com.anycompany.xray.local.api.HttpEndpoint;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.UdpListener;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running X-Ray Local: the daemon's UDP port, and the API and console on TCP, both of one number. */
public final class XRayLocalServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(XRayLocalServer.class);
    private static final long TIDY_MILLIS = 50;

    private final HttpEndpoint http;
    private final UdpListener udp;
    private final ScheduledExecutorService tidying;

    /** What can be chosen. Port 0 takes a free one. */
    public record Options(InetAddress bind, int port, Set<String> allowedHosts, StoreOptions store) {}

    private XRayLocalServer(HttpEndpoint http, UdpListener udp, TraceStore store, Clock clock) {
        this.http = http;
        this.udp = udp;
        this.tidying = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "tidy");
            thread.setDaemon(true);
            return thread;
        });
        tidying.scheduleWithFixedDelay(() -> tidy(store, clock), TIDY_MILLIS, TIDY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Binds both ports and answers from then on. */
    public static XRayLocalServer start(Options options, Clock clock) throws IOException {
        TraceStore store = new TraceStore(options.store());
        Intake intake = new Intake(store, clock);
        HttpEndpoint http = HttpEndpoint.bind(
                new InetSocketAddress(options.bind(), options.port()), options.allowedHosts(), store, intake, clock);
        UdpListener udp = null;
        try {
            udp = UdpListener.start(new InetSocketAddress(options.bind(), http.port()), intake);
            http.start();
            return new XRayLocalServer(http, udp, store, clock);
        } catch (Exception e) {
            if (udp != null) {
                udp.close();
            }
            http.close();
            throw e instanceof IOException io ? io : new IOException("the HTTP server didn't start", e);
        }
    }

    private static void tidy(TraceStore store, Clock clock) {
        try {
            store.tidy(clock.millis());
        } catch (RuntimeException e) {
            LOG.error("tidying up the store failed", e);
        }
    }

    /** The number of both ports. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        udp.close();
        http.close();
        tidying.shutdown();
    }
}
