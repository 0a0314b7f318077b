package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** X-Ray Local as a process that is killed, and started again. */
class DurabilityIT {

    private static final Pattern PORT = Pattern.compile("UDP and TCP \\S+:(\\d+)");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private int port;
    private String announced = "";

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void killedUnderLoad_hasEveryAcknowledgedDocumentAfterItsRestart() throws Exception {
        Process first = start();
        List<String> acknowledged = new ArrayList<>();
        Thread load = new Thread(() -> putUntilItDies(acknowledged));
        load.start();
        waitFor(acknowledged, 3_000);
        first.destroyForcibly().waitFor();
        load.join();

        start();
        assertThat(announced).contains("documents found");
        for (int i = 0; i < acknowledged.size(); i += 5) {
            List<String> ids = acknowledged.subList(i, Math.min(acknowledged.size(), i + 5));
            String traces =
                    post("/Traces", "{\"TraceIds\":" + quoted(ids) + "}").body();
            assertThat(traces).contains(ids);
        }
    }

    @Test
    void groupsRulesAndTags_outliveAKill() throws Exception {
        Process first = start();
        post(
                "/CreateGroup",
                "{\"GroupName\":\"slow\",\"FilterExpression\":\"duration > 1\",\"Tags\":[{\"Key\":\"team\",\"Value\":\"shop\"}]}");
        post("/CreateGroup", "{\"GroupName\":\"gone\",\"FilterExpression\":\"ok\"}");
        post("/DeleteGroup", "{\"GroupName\":\"gone\"}");
        post("/CreateSamplingRule", """
                {"SamplingRule":{"RuleName":"half","ResourceARN":"*","Priority":5,"FixedRate":0.5,"ReservoirSize":3,
                "ServiceName":"*","ServiceType":"*","Host":"*","HTTPMethod":"*","URLPath":"*","Version":1}}""");
        String groups = post("/Groups", "{}").body();
        String rules = post("/GetSamplingRules", "{}").body();
        assertThat(groups).contains("slow").doesNotContain("gone");
        assertThat(rules).contains("half");
        first.destroyForcibly().waitFor();

        start();
        assertThat(post("/Groups", "{}").body()).isEqualTo(groups);
        assertThat(custom(post("/GetSamplingRules", "{}").body())).isEqualTo(custom(rules));
        String arn = groups.replaceAll("(?s).*\"(arn:aws:xray:[^\"]*:group/slow[^\"]*)\".*", "$1");
        assertThat(post("/ListTagsForResource", "{\"ResourceARN\":\"" + arn + "\"}")
                        .body())
                .contains("team", "shop");
    }

    @Test
    void folderOfARunningOne_isOneLineAndExitCode1() throws Exception {
        start();
        Process second = process();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isOne();
        assertThat(new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .containsOnlyOnce("\n")
                .contains("belongs to another X-Ray Local", "--data");
    }

    /** Default comes last, and is made anew at each start. */
    private static String custom(String rules) {
        return rules.substring(0, rules.indexOf("Default"));
    }

    private void putUntilItDies(List<String> acknowledged) {
        try {
            for (int call = 0; ; call++) {
                int from = call * 20;
                List<String> ids = IntStream.range(from, from + 20)
                        .mapToObj("1-58406520-%024x"::formatted)
                        .toList();
                List<String> documents =
                        ids.stream().map(DurabilityIT::document).toList();
                String answer = post("/TraceSegments", "{\"TraceSegmentDocuments\":" + quoted(documents) + "}")
                        .body();
                assertThat(answer).contains("\"UnprocessedTraceSegments\":[]");
                synchronized (acknowledged) {
                    acknowledged.addAll(ids);
                }
            }
        } catch (IOException | InterruptedException e) {
            // It was killed, as it should be.
        }
    }

    private static String document(String trace) {
        return "{\"trace_id\":\"%s\",\"id\":\"%s\",\"name\":\"front\",\"start_time\":1480615200,\"end_time\":1480615201}"
                .formatted(trace, trace.substring(trace.length() - 16));
    }

    private static String quoted(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void waitFor(List<String> acknowledged, int many) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> {
                    synchronized (acknowledged) {
                        return acknowledged.size() >= many;
                    }
                });
    }

    private Process start() throws IOException {
        Process process = process();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        announced = String.valueOf(out.readLine());
        Matcher found = PORT.matcher(announced);
        assertThat(found.find()).as(announced).isTrue();
        port = Integer.parseInt(found.group(1));
        return process;
    }

    private Process process() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        XRayLocal.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        folder.toString())
                .start();
        started.add(process);
        return process;
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
