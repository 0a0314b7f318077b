package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/labs/try.sh} makes of a lab whose commands are answered otherwise than the lab says. */
class LabScriptTests {

    @TempDir
    private Path folder;

    private HttpServer server;

    /** Answers with the number that is its path. */
    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            byte[] body = "told %d\n".formatted(status).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void pagesThatAnswer200_areALabThatWorks() throws Exception {
        Script.Result lab = follow("word=$(curl -fsS URL/200 | head -n 1)", "echo \"heard: $word\"");

        assertThat(lab.exitCode()).as(lab.output()).isZero();
        assertThat(lab.output()).contains("heard: told 200");
    }

    @Test
    void pageThatIsntThere_stopsTheLab_thoughCurlIsContentAndAPipeHidesIt() throws Exception {
        Script.Result lab = follow(
                "for page in 1 2; do curl -s -o /dev/null -w '%{http_code}\\n' URL/404 | cat; done", "echo next");

        assertThat(lab.exitCode()).as(lab.output()).isEqualTo(1);
        assertThat(lab.output())
                .contains("answered 404, where the lab says 200: curl -s")
                .doesNotContain("+ echo next");
    }

    @Test
    void nobodyThere_stopsTheLab() throws Exception {
        server.stop(0);

        Script.Result lab = follow("curl -s URL/200 | cat");

        assertThat(lab.exitCode()).isEqualTo(1);
        assertThat(lab.output()).contains("answered nothing, where the lab says 200");
    }

    @Test
    void announcedStatus_isRight_inThisBlockOnly() throws Exception {
        Script.Result lab = follow(
                "# answers: 200 or 503", "curl -s URL/503", "curl -s URL/200", "```", "```sh", "curl -s URL/503 | cat");

        assertThat(lab.exitCode()).isEqualTo(1);
        assertThat(lab.output().split("told 503", -1)).as(lab.output()).hasSize(3);
        assertThat(lab.output().split("where the lab says", -1))
                .as(lab.output())
                .hasSize(2);
    }

    @Test
    void lineThatShowsWhatTheLabSays_isALabThatWorks() throws Exception {
        Script.Result lab = follow("# shows: told (200|201)", "curl -s URL/200 | cat", "echo \"last: $answers\"");

        assertThat(lab.exitCode()).as(lab.output()).isZero();
        assertThat(lab.output()).contains("told 200", "last: 200");
    }

    @Test
    void lineThatShowsSomethingElse_stopsTheLab() throws Exception {
        Script.Result lab = follow("# shows: 3 users' orders", "echo nothing of the kind", "echo next");

        assertThat(lab.exitCode()).as(lab.output()).isEqualTo(1);
        assertThat(lab.output())
                .contains("nothing of the kind")
                .contains("try.sh: the lab says that this shows: 3 users' orders")
                .doesNotContain("+ echo next");
    }

    private Script.Result follow(String... commands) throws IOException, InterruptedException {
        String url = "http://localhost:" + server.getAddress().getPort();
        Path page = folder.resolve("lab.md");
        Files.writeString(
                page, "A lab.\n```sh\n" + String.join("\n", commands).replace("URL", url) + "\n```\nIts end.\n");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of("docs/labs/try.sh", page.toString()))
                .directory(Repository.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).isTrue();
        return new Script.Result(process.exitValue(), Files.readString(output));
    }
}
