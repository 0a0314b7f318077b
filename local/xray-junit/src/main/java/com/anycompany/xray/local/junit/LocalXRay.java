package com.anycompany.xray.local.junit;

import com.anycompany.xray.local.XRayLocalServer;
import com.anycompany.xray.local.store.StoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;

/** An X-Ray Local that runs in this process for one test class: where it is, and what it has received. */
public final class LocalXRay extends ReceivedTraces implements AutoCloseable {

    private static final Duration REBINDING = Duration.ofSeconds(20);
    private static final long MEMORY = 64L << 20;

    private final Clock clock;
    private XRayLocalServer server;
    private boolean untouched = true;

    private LocalXRay(Clock clock, XRayLocalServer server) {
        super(endpoint(server));
        this.clock = clock;
        this.server = server;
    }

    static LocalXRay start(Clock clock) {
        try {
            return new LocalXRay(clock, serverAt(0, clock));
        } catch (IOException e) {
            throw new UncheckedIOException("X-Ray Local didn't start: " + e.getMessage(), e);
        }
    }

    private static XRayLocalServer serverAt(int port, Clock clock) throws IOException {
        return XRayLocalServer.start(
                new XRayLocalServer.Options(
                        InetAddress.getLoopbackAddress(),
                        port,
                        Set.of(),
                        new StoreOptions(MEMORY, Duration.ofHours(1))),
                clock);
    }

    /** Starts it anew at the same port: nothing can be left over, neither traces nor rules nor groups. */
    void reset() {
        if (untouched) {
            untouched = false;
            return;
        }
        int port = server.port();
        server.close();
        server = Awaitility.await("port " + port + " to be free again")
                .atMost(REBINDING)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(IOException.class)
                .until(() -> serverAt(port, clock), Objects::nonNull);
    }

    /** {@code 127.0.0.1:<port>}, UDP and TCP: what {@code AWS_XRAY_DAEMON_ADDRESS} wants. */
    public String address() {
        return "127.0.0.1:" + server.port();
    }

    /** {@code http://127.0.0.1:<port>}: the endpoint of AWS clients, and with {@code /v1/traces} of OpenTelemetry's. */
    public URI endpoint() {
        return endpoint(server);
    }

    private static URI endpoint(XRayLocalServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
