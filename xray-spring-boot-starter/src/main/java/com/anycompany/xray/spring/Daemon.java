package com.anycompany.xray.spring;

import com.amazonaws.xray.config.DaemonConfiguration;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Configuration of the X-Ray SDK with an address that has been parsed already. The SDK's own setters refuse IPv6, and look up
 * the host's name once: one that has no address yet when the service starts, as in a cluster that is being set up, would
 * be lost for good.
 */
final class Daemon extends DaemonConfiguration {

    private static final long LOOK_UP_NANOS = Duration.ofSeconds(5).toNanos();

    private final DaemonAddress daemonAddress;
    private volatile InetSocketAddress resolved;
    private volatile long lookedUp = System.nanoTime();

    Daemon(DaemonAddress daemonAddress) {
        this.daemonAddress = daemonAddress;
        this.resolved = lookUp();
        this.address = resolved;
        setTCPAddress(daemonAddress.tcp().toString());
    }

    private InetSocketAddress lookUp() {
        return new InetSocketAddress(
                daemonAddress.udp().socketHost(), daemonAddress.udp().port());
    }

    /** Where the next segment goes; looked up again, every few seconds at most, while the name is unknown. */
    @Override
    public InetSocketAddress getAddressForEmitter() {
        if (resolved.isUnresolved() && System.nanoTime() - lookedUp > LOOK_UP_NANOS) {
            lookedUp = System.nanoTime();
            resolved = lookUp();
        }
        return resolved;
    }

    @Override
    public String getUDPAddress() {
        return daemonAddress.udp().toString();
    }

    @Override
    public String getEndpointForTCPConnection() {
        return "http://" + daemonAddress.tcp();
    }
}
