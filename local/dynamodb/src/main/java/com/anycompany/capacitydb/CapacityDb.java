package com.anycompany.capacitydb;

import com.anycompany.capacitydb.http.HttpEndpoint;
import com.anycompany.capacitydb.item.Expiry;
import com.anycompany.capacitydb.store.Database;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** CapacityDB as a server; closing it ends it. */
public final class CapacityDb implements AutoCloseable {

    private static final long EXPIRY_SECONDS = 10;

    private final Database database;
    private final HttpEndpoint http;
    private final ScheduledExecutorService background;
    private final URI endpoint;

    private CapacityDb(Database database, HttpEndpoint http, ScheduledExecutorService background, URI endpoint) {
        this.database = database;
        this.http = http;
        this.background = background;
        this.endpoint = endpoint;
    }

    /**
     * Starts one on a free loopback port, its tables in memory: for tests.
     *
     * @param clock the time that capacity, expiry and idempotency tokens go by
     */
    public static CapacityDb startInMemory(Clock clock) {
        return start(Options.inMemory(), clock);
    }

    /**
     * Starts a server; throws an IllegalStateException that says what to do if it can't.
     *
     * @param clock the time that capacity, expiry and idempotency tokens go by
     */
    public static CapacityDb start(Options options, Clock clock) {
        HttpEndpoint http = bind(options);
        try {
            Path data = options.data();
            Database database =
                    data == null ? Database.inMemory() : Database.open(data, options.synced(), System.err::println);
            String address = options.bind() + ":" + http.port();
            Engine engine = new Engine(database, clock, () -> address);
            http.start(engine.operations(), options.allowedHosts());
            return new CapacityDb(database, http, expiring(engine.expiry()), URI.create("http://" + address));
        } catch (Exception e) {
            http.close();
            throw e instanceof IllegalStateException known
                    ? known
                    : new IllegalStateException("CapacityDB didn't start", e);
        }
    }

    private static HttpEndpoint bind(Options options) {
        try {
            return HttpEndpoint.bind(new InetSocketAddress(options.bind(), options.port()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "CapacityDB can't listen on " + options.bind() + ":" + options.port()
                            + ": the port is in use, or the address isn't this machine's. Choose another with --port"
                            + " or --bind.",
                    e);
        }
    }

    private static ScheduledExecutorService expiring(Expiry expiry) {
        ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "expiry");
            thread.setDaemon(true);
            return thread;
        });
        background.scheduleWithFixedDelay(
                () -> deleteExpired(expiry), EXPIRY_SECONDS, EXPIRY_SECONDS, TimeUnit.SECONDS);
        return background;
    }

    /** A failure, for example a full disk, mustn't end the schedule. */
    private static void deleteExpired(Expiry expiry) {
        try {
            expiry.deleteExpired();
        } catch (RuntimeException e) {
            System.getLogger(CapacityDb.class.getName())
                    .log(System.Logger.Level.WARNING, "Expired items were not deleted", e);
        }
    }

    /** Where clients find it, for {@code endpointOverride} or {@code AWS_ENDPOINT_URL_DYNAMODB}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Waits until it's closed. */
    public void await() throws InterruptedException {
        http.await();
    }

    /** Ends after the last answer, so that the data is whole. */
    @Override
    public void close() {
        background.shutdownNow();
        http.close();
        database.close();
    }
}
