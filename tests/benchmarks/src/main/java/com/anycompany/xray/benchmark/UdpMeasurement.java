package com.anycompany.xray.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The highest rate of datagrams without loss: of X-Ray Local at its bound, and of a loop that only parses. */
record UdpMeasurement(XRayServer xray, Effort effort) {

    private static final int[] RATES = {
        40_000, 50_000, 60_000, 70_000, 80_000, 90_000, 100_000, 110_000, 120_000, 130_000, 140_000, 150_000, 165_000,
        180_000, 200_000, 225_000
    };

    /** What docs/xray-local.md recommends for much load. */
    private static final String HEAP = "-XX:+UseZGC -Xms3g -Xmx3g";

    private static final int GOAL = 150_000;
    private static final double GOAL_SHARE = 0.75;

    private static int senders;
    private static final int BOUND = 96 << 20;

    /** What a sender did and how much of it arrived. */
    record Run(long warmUp, long sent, long stored, double seconds) {
        static Run of(long[] sender, long stored) {
            return new Run(sender[0], sender[1], stored - sender[0], sender[2] / 1e9);
        }

        boolean lossFree() {
            return sent == stored;
        }

        double rate() {
            return sent / seconds;
        }
    }

    /** Sends at a rate and counts what arrived. */
    private interface Attempt {
        Run at(int rate, double seconds) throws IOException, InterruptedException;
    }

    void run(Report report) throws IOException, InterruptedException {
        double bare;
        try (Bare loop = new Bare()) {
            bare = highest("bare loop", loop::run);
        }
        try (Server server = xray.start(HEAP, "--max-bytes", "" + BOUND)) {
            // Fills the store to its bound, and the compiler with work, before anything counts.
            for (int i = 0; i < 2; i++) {
                attempt(server, 80_000, effort.udpSeconds());
            }
            double best = highest("X-Ray Local", (rate, seconds) -> attempt(server, rate, seconds));
            report.row(
                    "UDP, stored without loss, store at its bound and evicting",
                    Report.number(best) + " segments/s",
                    "bare receive-and-parse loop " + Report.number(bare)
                            + Report.format(" (%.0f %%)", best / bare * 100));
            int goal = (int) Math.min(GOAL, GOAL_SHARE * bare);
            int rate = best < goal ? Math.max(RATES[0], (int) best) : goal;
            Run lasting = attempt(server, rate, effort.udpLongSeconds());
            report.row(
                    Report.format("%,.0f/s for %.0f s", lasting.rate(), lasting.seconds()),
                    Report.format(
                            "%,d of %,d lost (%.3f %%)",
                            lasting.sent() - lasting.stored(),
                            lasting.sent(),
                            100.0 * (lasting.sent() - lasting.stored()) / lasting.sent()),
                    Report.format("goal %,d/s", goal));
        }
    }

    private double highest(String who, Attempt attempt) throws IOException, InterruptedException {
        double best = 0;
        int failures = 0;
        for (int i = 0; i < RATES.length && failures < 2; i++) {
            Run run = attempt.at(RATES[i], effort.udpSeconds());
            System.out.printf("  %s offered %,.0f/s: %d of %d stored%n", who, run.rate(), run.stored(), run.sent());
            boolean kept = run.rate() > RATES[i] * 0.97;
            failures = run.lossFree() && kept ? 0 : failures + 1;
            best = run.lossFree() ? Math.max(best, run.rate()) : best;
        }
        return best;
    }

    static Run attempt(Server server, int rate, double seconds) throws IOException, InterruptedException {
        XRayServer.Counters before = XRayServer.settledCounters(server);
        long[] sent = send(server.port(), rate, seconds);
        XRayServer.Counters after = XRayServer.settledCounters(server);
        return Run.of(sent, after.stored() - before.stored());
    }

    /** Warm-up datagrams, measured datagrams, nanoseconds of the measured ones. */
    static long[] send(int port, int rate, double seconds) throws IOException {
        List<String> command = self(
                "send", "--port", "" + port, "--rate", "" + rate, "--seconds", "" + seconds, "--seed", "" + ++senders);
        Process sender = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(sender.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        String[] numbers = line.split(" ");
        return new long[] {Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2])};
    }

    static List<String> self(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Server.java("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-jar", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The bare loop in its process. */
    private static final class Bare implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;
        private final int port;

        Bare() throws IOException {
            process = new ProcessBuilder(self("receive"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            port = Integer.parseInt(said.readLine());
        }

        Run run(int rate, double seconds) throws IOException, InterruptedException {
            long before = count();
            long[] sent = send(port, rate, seconds);
            Thread.sleep(300);
            return Run.of(sent, count() - before);
        }

        private long count() throws IOException {
            OutputStream ask = process.getOutputStream();
            ask.write('\n');
            ask.flush();
            return Long.parseLong(said.readLine());
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
