package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How X-Ray Local is started and asked. */
record XRayServer(Path jar, Path archive) {

    private static final Pattern COUNTER = Pattern.compile(
            "(?m)^xray_documents_(received|stored|duplicate|rejected|dropped)_total(?:\\{[^}]*})? (\\S+)");

    private static final Pattern DOCUMENTS = Pattern.compile("(?m)^xray_store_documents (\\S+)");

    /** What became of the documents. */
    record Counters(long received, long stored, long duplicate, long rejected, long dropped) {
        boolean settled() {
            return received == stored + duplicate + rejected + dropped;
        }
    }

    /** The documented command: few collector threads, so that a small machine isn't full of them, unless the flags name another. */
    Server start(String heapFlags, String... arguments) throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of(heapFlags.split(" ")));
        if (!heapFlags.contains("GC")) {
            command.add(0, "-XX:+UseSerialGC");
        }
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-jar", jar.toString(), "--port", "" + port));
        command.addAll(List.of(arguments));
        return Server.start(command, Map.of(), port, "/actuator/health");
    }

    static Counters counters(Server server) throws IOException, InterruptedException {
        Matcher found = COUNTER.matcher(server.get("/actuator/prometheus").body());
        long[] sums = new long[5];
        while (found.find()) {
            int index = List.of("received", "stored", "duplicate", "rejected", "dropped")
                    .indexOf(found.group(1));
            sums[index] += (long) Double.parseDouble(found.group(2));
        }
        return new Counters(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** How many it holds. */
    static long documents(Server server) throws IOException, InterruptedException {
        Matcher found = DOCUMENTS.matcher(server.get("/actuator/prometheus").body());
        return found.find() ? (long) Double.parseDouble(found.group(1)) : 0;
    }

    /** The counters once everything that was received has become something. */
    static Counters settledCounters(Server server) throws IOException, InterruptedException {
        Counters before = counters(server);
        for (int quiet = 0, tries = 0; quiet < 3 && tries < 400; tries++) {
            Thread.sleep(50);
            Counters now = counters(server);
            quiet = now.equals(before) && now.settled() ? quiet + 1 : 0;
            before = now;
        }
        return before;
    }

    static HttpLoad load(Server server, List<Payload> bodies) {
        return new HttpLoad(server.port(), "/TraceSegments", bodies);
    }
}
