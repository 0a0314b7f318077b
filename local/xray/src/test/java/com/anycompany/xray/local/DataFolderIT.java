package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder of a process that is killed, on a disk that is full, or beside a program that changes its files. */
class DataFolderIT {

    private static final int BATCH = 50;

    @TempDir
    private Path folder;

    private final Random random = new Random(11);
    private final List<String> put = new ArrayList<>();

    @Test
    void diskThatWasFull_isUsedAgainWithoutARestart_andHasWhatCameMeanwhile() throws Exception {
        mountSmallDisk();
        try {
            Path filler = folder.resolve("filler");
            try (XRayLocalProcess server = start()) {
                put(server, 4);
                fill(filler);
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    put(server, 1);
                    return failed(server);
                });
                put(server, 20);
                assertFound(server);
                Files.delete(filler);
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    put(server, 1);
                    return !failed(server);
                });
                assertThat(server.log()).contains("can't be written", "can be written again");
                put(server, 4);
            }
            try (XRayLocalProcess server = start()) {
                server.awaitRestored();
                assertThat(server.status("store").get("damagedParts")).hasToString("0");
                assertFound(server);
            }
        } finally {
            run("umount", "-l", folder.toString());
        }
    }

    /** Skips the test where no disk can be mounted; but in CI that is a failure. */
    private void mountSmallDisk() throws IOException, InterruptedException {
        if (!run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.toString())) {
            String message = "SKIPPED a full disk needs root, to mount a small one";
            assertThat(System.getenv("CI")).as(message + ": CI needs it").isNotEqualTo("true");
            System.out.println(message);
            abort(message);
        }
    }

    /** Neither the open chunk's file nor one of sealed chunks can become as large as it wants to be. */
    @Test
    void filesThatMayNotGrow_loseNothingThatIsStillThere() throws Exception {
        try (XRayLocalProcess server = XRayLocalProcess.start(
                List.of("bash", "-c", "ulimit -f 50; exec \"$@\"", "bash"),
                List.of("-Xmx128m"),
                "--data",
                folder.resolve("data").toString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                put(server, 1);
                return failed(server);
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                put(server, 1);
                return !failed(server);
            });
            assertFound(server);
        }
        try (XRayLocalProcess server = XRayLocalProcess.start(
                List.of("-Xmx128m"), "--data", folder.resolve("data").toString())) {
            server.awaitRestored();
            assertFound(server);
        }
    }

    @Test
    void anyFlippedBit_startsAndServes_withNearlyEverything() throws Exception {
        try (XRayLocalProcess server = start()) {
            server.post("/CreateGroup", "{\"GroupName\":\"slow\",\"FilterExpression\":\"duration > 1\"}");
            server.post("/CreateGroup", "{\"GroupName\":\"käse\"}");
            put(server, 30);
        }
        for (int round = 0; round < 4; round++) {
            long seed = System.nanoTime();
            Random bits = new Random(seed);
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(
                                file -> file.toFile().isFile() && file.toFile().length() > 0)
                        .toList();
            }
            for (Path file : files) {
                flip(file, bits);
            }
            try (XRayLocalProcess server = start()) {
                server.awaitRestored();
                assertThat(found(server))
                        .as("seed %d: a chunk and a document are lost at most", seed)
                        .hasSizeGreaterThan(put.size() - (round + 1) * 300);
                put(server, 1);
            }
        }
    }

    @Test
    void secondOwner_isRefused_theFirstGoesOn() throws Exception {
        try (XRayLocalProcess server = start()) {
            put(server, 1);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(this::start))
                    .hasMessageContaining("belongs to another X-Ray Local");
            put(server, 1);
            assertFound(server);
        }
    }

    @Test
    void killedAgainAndAgain_alsoWhileItRestores_losesNothingThatItAcknowledged() throws Exception {
        for (int life = 0; life < 6; life++) {
            try (XRayLocalProcess server = start()) {
                put(server, 10);
                if (life % 2 == 0) {
                    server.awaitRestored();
                    assertFound(server);
                }
            }
        }
        try (XRayLocalProcess server = start()) {
            server.awaitRestored();
            assertFound(server);
        }
    }

    private XRayLocalProcess start() throws IOException {
        return XRayLocalProcess.start(List.of("-Xmx128m"), "--data", folder.toString());
    }

    private static boolean failed(XRayLocalProcess server) {
        return Boolean.TRUE.equals(server.status("store").get("diskFailed"));
    }

    /** Batches of traces that don't compress well. */
    private void put(XRayLocalProcess server, int batches) {
        byte[] noise = new byte[200];
        for (int i = 0; i < batches; i++) {
            StringBuilder body = new StringBuilder("{\"TraceSegmentDocuments\":[");
            for (int j = 0; j < BATCH; j++) {
                random.nextBytes(noise);
                String trace = "1-58406520-%024x".formatted(put.size());
                put.add(trace);
                String document =
                        "{\"trace_id\":\"%s\",\"id\":\"%016x\",\"name\":\"front\",\"start_time\":1480615200,\"end_time\":1480615201,\"user\":\"%s\"}"
                                .formatted(trace, put.size(), HexFormat.of().formatHex(noise));
                body.append(j == 0 ? "\"" : ",\"")
                        .append(document.replace("\"", "\\\""))
                        .append('"');
            }
            assertThat(server.post("/TraceSegments", body.append("]}").toString())
                            .body())
                    .contains("\"UnprocessedTraceSegments\":[]");
        }
    }

    private void assertFound(XRayLocalProcess server) {
        assertThat(found(server)).hasSize(put.size());
    }

    private List<String> found(XRayLocalProcess server) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < put.size(); i += 5) {
            List<String> asked = put.subList(i, Math.min(put.size(), i + 5));
            String answer = server.post("/Traces", "{\"TraceIds\":[\"" + String.join("\",\"", asked) + "\"]}")
                    .body();
            asked.stream()
                    .filter(id -> answer.contains("\"Id\":\"" + id + "\""))
                    .forEach(found::add);
        }
        return found;
    }

    /** Until there is no room for another byte. */
    private static void fill(Path filler) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            byte[] block = new byte[4096];
            while (true) {
                file.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space");
        }
    }

    private static void flip(Path file, Random bits) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bits.nextInt(bytes.length)] ^= (byte) (1 << bits.nextInt(8));
        Files.write(file, bytes);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
