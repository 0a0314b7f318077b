package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Start to ready, and resident memory while nothing happens. */
record StartMeasurement(XRayServer xray, @Nullable ZipkinServer zipkin, Effort effort) {

    private static final long IDLE_SECONDS = 5;

    /** X-Ray Local's start-up archive for this JVM, made by a first run as docs/xray-local.md describes. */
    static Path archiveFor(Path jar) throws IOException, InterruptedException {
        Path archive = Files.createTempDirectory("xray-benchmark").resolve("xray-local.jsa");
        archive.toFile().deleteOnExit();
        int port = Ports.free();
        List<String> command = List.of(
                "-XX:+UseSerialGC", "-XX:ArchiveClassesAtExit=" + archive, "-jar", jar.toString(), "--port", "" + port);
        Server.start(command, java.util.Map.of(), port, "/actuator/health").close();
        return archive;
    }

    void run(Report report) throws IOException, InterruptedException {
        Measured bare = measure(() -> new XRayServer(xray.jar(), Path.of("none")).start("-Xmx256m"));
        Measured archived = measure(() -> xray.start("-Xmx256m"));
        ZipkinServer other = zipkin;
        Measured zipkins = other == null ? null : measure(() -> other.start("", 500_000));
        report.row(
                "start to ready, median",
                Report.format("%.2f s (without archive %.2f s)", archived.seconds(), bare.seconds()),
                zipkins == null ? "" : Report.format("Zipkin %.2f s", zipkins.seconds()));
        report.row(
                "idle RSS",
                Report.format("%.0f MB", archived.megabytes()),
                zipkins == null ? "" : Report.format("Zipkin %.0f MB", zipkins.megabytes()));
    }

    private record Measured(double seconds, double megabytes) {}

    /** Starts a server. */
    private interface Start {
        Server run() throws IOException, InterruptedException;
    }

    private Measured measure(Start start) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        double megabytes = 0;
        for (int i = 0; i < effort.starts(); i++) {
            try (Server server = start.run()) {
                seconds.add(server.secondsToReady());
                if (i == effort.starts() - 1) {
                    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                    megabytes = server.residentMegabytes();
                }
            }
        }
        Collections.sort(seconds);
        return new Measured(seconds.get(seconds.size() / 2), megabytes);
    }
}
