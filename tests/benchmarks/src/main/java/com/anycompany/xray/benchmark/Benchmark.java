package com.anycompany.xray.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures X-Ray Local and, with its jar at hand, Zipkin in the same run; prints tables for docs/performance.md. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        subcommands = {UdpSender.class, BareReceiver.class},
        description = "Measures X-Ray Local, and Zipkin beside it in the same run.")
final class Benchmark implements Callable<Integer> {

    @Option(names = "--xray", description = "X-Ray Local's jar", defaultValue = "local/xray/target/app/xray-local.jar")
    private Path xray = Path.of("");

    @Option(names = "--zipkin", description = "Zipkin server's executable jar; without it only X-Ray Local is measured")
    private @Nullable Path zipkin;

    @Option(names = "--quick", description = "A minute with small amounts: to see that everything still works")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            description = "start, udp, put, query, growth, overload, memory (default: all)",
            defaultValue = "start,udp,put,query,growth,overload,memory")
    private List<String> only = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(xray)) {
            System.err.println("benchmark: there is no " + xray + "; build it or give another one with --xray");
            return 2;
        }
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        Report report = new Report();
        Path archive = StartMeasurement.archiveFor(xray);
        XRayServer server = new XRayServer(xray, archive);
        ZipkinServer other = zipkin == null ? null : new ZipkinServer(zipkin);
        if (only.contains("start")) {
            new StartMeasurement(server, other, effort).run(report);
        }
        if (only.contains("udp")) {
            new UdpMeasurement(server, effort).run(report);
        }
        if (only.contains("put")) {
            new PutMeasurement(server, other, effort).run(report);
        }
        if (only.contains("query")) {
            new QueryMeasurement(server, other, effort).run(report);
        }
        if (only.contains("growth")) {
            new GrowthMeasurement(server, effort).run(report);
        }
        if (only.contains("overload")) {
            new OverloadMeasurement(server, effort).run(report);
        }
        if (only.contains("memory")) {
            new MemoryMeasurement(server, effort).run(report);
        }
        report.print();
        return 0;
    }
}
