package com.anycompany.service.spring.server;

import java.net.InetAddress;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Second connector of the server, for the actuator's endpoints alone: with a port and a few threads of its own, so that probes
 * are answered when all other threads are busy. Its requests go to the same application context
 * (docs/adr/043-management-connector.md).
 */
final class ManagementConnector {

    /** Distance between the server's port and the default management port. */
    private static final int OFFSET = 10_000;

    private static final int MAX_PORT = 65_535;
    private static final int DEFAULT_SERVER_PORT = 8080;
    private static final int NONE = -1;
    private static final int MAX_THREADS = 4;
    private static final int MAX_CONNECTIONS = 64;
    private static final HttpServerProperties.Connections LIMITS = new HttpServerProperties.Connections(
            0, Duration.ofSeconds(5), Duration.ofSeconds(5), DataSize.ofKilobytes(256));

    private final int port;
    private @Nullable Connector connector;

    private ManagementConnector(int port) {
        this.port = port;
    }

    static ManagementConnector of(HttpServerProperties.Management properties, Environment environment) {
        return new ManagementConnector(port(properties, environment));
    }

    private static int port(HttpServerProperties.Management properties, Environment environment) {
        if (environment.containsProperty("management.server.port")) {
            // Spring Boot's own management server is wanted.
            return NONE;
        }
        if (properties.port() != null) {
            return properties.port();
        }
        int server = environment.getProperty("server.port", Integer.class, DEFAULT_SERVER_PORT);
        if (server <= 0) {
            return server;
        }
        return server + OFFSET <= MAX_PORT ? server + OFFSET : server - OFFSET;
    }

    /** The configured port; 0 for any free one, -1 for none. */
    int port() {
        return port;
    }

    boolean isWanted() {
        return port != NONE;
    }

    /** The connector, which the server has yet to start. */
    Connector create(@Nullable InetAddress address, BodyBudget budget) {
        BufferingHttp11Protocol protocol = new BufferingHttp11Protocol();
        protocol.limit(LIMITS, budget);
        protocol.setAddress(address);
        protocol.setMaxThreads(MAX_THREADS);
        protocol.setMinSpareThreads(1);
        protocol.setMaxConnections(MAX_CONNECTIONS);
        Connector created = new Connector(protocol);
        created.setPort(port);
        created.setThrowOnFailure(true);
        connector = created;
        return created;
    }

    /** The port that is listened on; -1 if there is none. */
    int localPort() {
        return connector == null ? NONE : connector.getLocalPort();
    }
}
