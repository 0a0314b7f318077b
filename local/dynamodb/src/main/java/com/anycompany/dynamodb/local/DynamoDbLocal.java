package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's DynamoDB Local, served on a port that is ours to choose: its own server listens on every address, which a
 * development machine must not.
 */
public final class DynamoDbLocal implements AutoCloseable {

    private final Server server;
    private final URI endpoint;

    private DynamoDbLocal(Server server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    public static void main(String[] args) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            Settings settings = Settings.parse(args);
            DynamoDbLocal dynamoDb = start(settings, Clock.systemUTC());
            System.out.println("DynamoDB Local listens on " + dynamoDb.endpoint());
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Starts one on a free loopback port, its tables in memory: for tests. */
    public static DynamoDbLocal startInMemory() {
        return start(Settings.inMemory(), Clock.systemUTC());
    }

    static DynamoDbLocal start(Settings settings, Clock clock) {
        Server server = new Server(new QueuedThreadPool(32, 4));
        ServerConnector connector = connector(server, settings);
        Guard guard = new Guard(folder(settings.data()), clock);
        server.setHandler(new ContextHandler(new Health(new Checksum(new LocalDynamoDBServerHandler(guard, null)))));
        server.addEventListener(closing(guard));
        server.setStopAtShutdown(true);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(reason(settings, e), e);
        }
        return new DynamoDbLocal(server, URI.create("http://" + settings.bind() + ":" + connector.getLocalPort()));
    }

    /** Where clients find it, for {@code endpointOverride} or {@code AWS_ENDPOINT_URL_DYNAMODB}. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local didn't stop", e);
        }
    }

    private static ServerConnector connector(Server server, Settings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        server.addConnector(connector);
        return connector;
    }

    /** The data is closed after the last answer, so that the next process finds a whole file. */
    private static LifeCycle.Listener closing(Guard guard) {
        return new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopped(LifeCycle server) {
                guard.shutdown();
            }
        };
    }

    private static @Nullable String folder(@Nullable Path data) {
        if (data == null) {
            return null;
        }
        try {
            return Files.createDirectories(data.toAbsolutePath()).toString();
        } catch (IOException e) {
            throw new IllegalStateException("--data: can't create " + data + " (" + e.getMessage() + ").", e);
        }
    }

    private static String reason(Settings settings, Exception e) {
        String where = settings.bind() + ":" + settings.port();
        if (e instanceof BindException || e.getCause() instanceof BindException) {
            return "DynamoDB Local can't listen on " + where
                    + ": the port is in use, or the address isn't this machine's. Choose another with --port or --bind.";
        }
        return "DynamoDB Local didn't start on " + where + ": " + e.getMessage();
    }
}
