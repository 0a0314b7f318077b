package com.anycompany.shop.randomizer;

import static org.awaitility.Awaitility.await;

import com.anycompany.shop.commandline.ProcessFile;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A process that is started again whenever it dies; its health is answered by the test. */
final class SupervisedProcess implements AutoCloseable {

    private final LocalService service;
    private final HttpServer health;
    private volatile boolean healthy = true;
    private volatile boolean closed;
    private volatile Process process;

    private SupervisedProcess(LocalService service, HttpServer health) {
        this.service = service;
        this.health = health;
    }

    static SupervisedProcess start(Path folder, String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");
        SupervisedProcess supervised = new SupervisedProcess(
                new LocalService(name, uri, new ProcessFile(folder.resolve(name + ".pid"))), server);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(supervised.healthy ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        supervised.startProcess();
        return supervised;
    }

    LocalService service() {
        return service;
    }

    /** As an option of the command. */
    String option() {
        return service.name() + "," + service.health() + "," + service.file().path();
    }

    Process process() {
        return process;
    }

    void setHealthy(boolean healthy) {
        this.healthy = healthy;
    }

    void awaitRestart(Process before) {
        await().until(() -> process != before);
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        health.stop(0);
    }

    private synchronized void startProcess() {
        try {
            Process started = new ProcessBuilder("sleep", "600").start();
            Instant since = started.info().startInstant().orElseThrow();
            Files.writeString(service.file().path(), started.pid() + " " + since.toEpochMilli() + "\n");
            process = started;
            started.onExit().thenAccept(dead -> {
                if (!closed) {
                    startProcess();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
