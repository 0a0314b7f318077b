package com.anycompany.shop.loadgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load generator as {@code ./shop up} uses it: a process without an end of its own. */
class LoadGeneratorIT {

    @TempDir
    private Path folder;

    @Test
    void stoppedProcess_endsSoonAndWithItsSummary() throws IOException, InterruptedException {
        try (FakeStorefront shop = new FakeStorefront()) {
            Process process = start(shop.address().toString());
            await().atMost(Duration.ofSeconds(20)).until(() -> shop.requests().size() > 20);

            process.destroy();

            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(output()).contains("2 shoppers for ", "GET /products/{id}", "Orders: ");
        }
    }

    @Test
    void storefrontThatOpensLater_isFound() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = start("http://localhost:" + port);
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> output().contains("connection refused"));
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);

            try (FakeStorefront shop = new FakeStorefront(address)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> shop.requests().size() > 3);
            }
        } finally {
            process.destroy();
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private Process start(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadGenerator.class.getName(),
                        "--url",
                        url,
                        "--think",
                        "10ms..50ms",
                        "--progress",
                        "1s")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }
}
