package com.anycompany.shop.loadgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LoadGeneratorTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void boundedRun_printsProgressAndSummary() throws IOException {
        try (FakeStorefront shop = new FakeStorefront()) {
            int exit = run(
                    "--url",
                    shop.address().toString(),
                    "--shoppers",
                    "5",
                    "--for",
                    "3s",
                    "--think",
                    "1ms..20ms",
                    "--progress",
                    "1s");

            assertThat(exit).isZero();
            assertThat(out.toString())
                    .containsPattern("(?m)^ +1s  shoppers 5  requests [\\d,]+ \\([\\d.]+/s\\)  p95 .* ms  errors none"
                            + "  \\(so far [\\d,]+ requests, 0 errors\\)$")
                    .containsPattern("5 shoppers for 3s, [\\d,]+ sessions, [\\d,]+ requests")
                    .containsPattern("(?m)^GET /products/\\{id} +[\\d,]+ +0 +[\\d.]+ ms")
                    .contains("Unexpected errors: none")
                    .containsPattern("Orders: [1-9]\\d* attempted, [1-9]\\d* confirmed");
        }
    }

    @Test
    void storefrontDown_failsABoundedRunWithTheRemedy() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://localhost:" + free.getLocalPort();
            free.close();

            assertThat(run("--url", url, "--for", "1s")).isEqualTo(1);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines("loadgenerator: no storefront at " + url
                            + " (connection refused); start it with ./shop up, or name another one with --url");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --shoppers=0      | --shoppers must be from 1 to 500, not 0
            --shoppers=501    | --shoppers must be from 1 to 500, not 501
            --shoppers=many   | '--shoppers'
            --for=5           | '5' isn't a duration; write 500ms, 30s, 5m, 2h or 1d
            --for=0s          | --for must be longer than 0s
            --think=20s..5s   | the shorter time comes first
            --think=5s        | '5s' isn't a range of durations; write 5s..20s
            --think=1s..2h    | nobody thinks for more than 1h
            --url=localhost   | --url must be the storefront's address, such as http://localhost:8080
            --progress=10ms   | --progress must be at least 1s
            --shopper=2       | --shopper
            """)
    void badInput_namesTheOptionAndTheRemedy(String argument, String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("loadgenerator: ")
                .contains(message)
                .hasLineCount(1);
    }

    private int run(String... args) {
        CommandLine command = LoadGenerator.command();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(args);
    }
}
