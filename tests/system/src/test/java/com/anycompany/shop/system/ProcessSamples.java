package com.anycompany.shop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What the processes of a shop use, sample by sample, from Linux's {@code /proc}. */
final class ProcessSamples {

    /** One look at one process: memory as proportional set size in KiB, threads, and open file descriptors. */
    private record Sample(Instant at, long kibibytes, long threads, long descriptors) {}

    /** A number that a process may not let grow, and by how much it may differ where a share of it is less than a piece. */
    private record Measure(String name, ToLongFunction<Sample> value, long piece) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("KiB", Sample::kibibytes, 0),
            new Measure("threads", Sample::threads, 2),
            new Measure("file descriptors", Sample::descriptors, 2));
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, List<Sample>> byPart = new TreeMap<>();

    synchronized void take(String part, long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        byPart.computeIfAbsent(part, any -> new ArrayList<>())
                .add(new Sample(
                        Instant.now(),
                        number(process.resolve("smaps_rollup"), "Pss:"),
                        number(process.resolve("status"), "Threads:"),
                        files(process.resolve("fd"))));
    }

    /**
     * A line for each measure that ended higher than it was at that time by more than a share: medians of a minute around that
     * time and of the last minute.
     */
    synchronized List<String> growth(Instant from, double share) {
        List<String> grown = new ArrayList<>();
        byPart.forEach((part, samples) -> {
            for (Measure measure : MEASURES) {
                long before = median(samples, measure, from.minus(WINDOW.dividedBy(2)));
                long after = median(samples, measure, end(samples).minus(WINDOW));
                if (after > before * (1 + share) && after > before + measure.piece()) {
                    grown.add(part + ": " + before + " " + measure.name() + " became " + after);
                }
            }
        });
        return grown;
    }

    /** A line for each part: what it used around that time, and in the end. */
    synchronized String text(Instant from) {
        StringBuilder text = new StringBuilder();
        byPart.forEach((part, samples) -> {
            text.append(String.format(Locale.ROOT, "  %-22s", part));
            for (Measure measure : MEASURES) {
                text.append(String.format(
                        Locale.ROOT,
                        " %7d → %7d %s",
                        median(samples, measure, from.minus(WINDOW.dividedBy(2))),
                        median(samples, measure, end(samples).minus(WINDOW)),
                        measure.name()));
            }
            text.append(System.lineSeparator());
        });
        return text.toString();
    }

    private static Instant end(List<Sample> samples) {
        return samples.get(samples.size() - 1).at();
    }

    private static long median(List<Sample> samples, Measure measure, Instant start) {
        long[] values = samples.stream()
                .filter(sample -> !sample.at().isBefore(start) && sample.at().isBefore(start.plus(WINDOW)))
                .mapToLong(measure.value())
                .sorted()
                .toArray();
        if (values.length == 0) {
            throw new IllegalStateException("no sample in the minute after " + start);
        }
        return values[values.length / 2];
    }

    private static long number(Path file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new IOException(file + " has no " + key));
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
