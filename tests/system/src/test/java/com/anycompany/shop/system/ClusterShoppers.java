package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The load generator on a cluster, with more to do than its manifest says, and what it says of its requests. */
record ClusterShoppers(Cluster cluster) {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int ENOUGH = 50;
    private static final Pattern PROGRESS = Pattern.compile("requests ([\\d,]+) .* errors (.*)");

    interface Change {
        void make() throws IOException, InterruptedException;
    }

    /** Eight who think a second, where the manifest has two who think for long, and a line about them every two seconds. */
    static ClusterShoppers send(Cluster cluster) throws IOException, InterruptedException {
        cluster.kubectl("patch", "deployment/loadgenerator", "--type", "json", "--patch", """
                [{"op": "replace", "path": "/spec/template/spec/containers/0/args", "value": ["--url", "http://frontend",
                  "--shoppers", "8", "--think", "500ms..1500ms", "--progress", "2s"]}]""");
        cluster.awaitRollouts();
        return new ClusterShoppers(cluster);
    }

    /** Makes the change while requests come, waits for fifty more, and expects that not one has failed. */
    void loseNothingWhile(String what, Change change) throws IOException, InterruptedException {
        long before = await().atMost(TIMEOUT).until(this::requests, count -> count > 0);

        change.make();

        long after = requests();
        await().atMost(TIMEOUT).until(() -> requests() > Math.max(after, before + ENOUGH));
        assertThat(errors())
                .as("errors of %d requests while %s", requests(), what)
                .isEqualTo("none");
        System.out.printf("%d requests without an error while %s%n", requests() - before, what);
    }

    /** How many requests they have made; none before the first line about them. */
    private long requests() throws IOException, InterruptedException {
        return progress()
                .map(line -> Long.parseLong(line.group(1).replace(",", "")))
                .orElse(0L);
    }

    private String errors() throws IOException, InterruptedException {
        return progress().map(line -> line.group(2)).orElse("unknown");
    }

    private Optional<MatchResult> progress() throws IOException, InterruptedException {
        return PROGRESS.matcher(cluster.kubectl("logs", "deployment/loadgenerator", "--tail", "1"))
                .results()
                .findFirst();
    }
}
