package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.commandline.ProcessEnd;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPartsTests {

    private static final Part PART =
            new Part("cart", "cart", "cart", Part.Stage.SERVICES, 1, "/", 64, Map.of(), List.of());

    @TempDir
    private Path folder;

    private RunningParts running = new RunningParts(new ShopFolder(Path.of("unset")));

    @BeforeEach
    void setUp() {
        running = new RunningParts(new ShopFolder(folder));
    }

    @Test
    void orphan_isFoundByItsMark_andEnded() throws Exception {
        Process orphan = sleeper();
        running.file("cart").write(orphan.toHandle());

        assertThat(running.endOrphans(List.of(PART), Duration.ofSeconds(5))).containsExactly("cart");

        assertThat(ProcessEnd.isReached(orphan.toHandle())).isTrue();
        assertThat(running.of("cart")).isEmpty();
    }

    @Test
    void orphansOfAStage_areEndedTogether_theLastStageFirst() throws Exception {
        List<Process> deaf = List.of(deaf(), deaf());
        Process shopper = sleeper();
        running.file("cart").write(deaf.get(0).toHandle());
        running.file("order").write(deaf.get(1).toHandle());
        running.file("shopper").write(shopper.toHandle());
        long begun = System.nanoTime();

        assertThat(running.endOrphans(
                        List.of(PART, part("order", Part.Stage.SERVICES), part("shopper", Part.Stage.SHOPPERS)),
                        Duration.ofSeconds(2)))
                .containsExactly("shopper", "cart", "order");

        assertThat(deaf).allMatch(process -> ProcessEnd.isReached(process.toHandle()));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(3_900));
    }

    @Test
    void launchRecord_isThatOfTheProcess_untilAnotherThingIsPlanned() {
        LaunchRecord launched = LaunchRecord.of(PART, "build1", List.of("java", "-jar", "cart.jar"), Map.of("A", "1"));
        running.remember("cart", launched, ProcessHandle.current());

        assertThat(running.wasStartedFrom("cart", launched)).isTrue();
        assertThat(running.wasStartedFrom(
                        "cart", LaunchRecord.of(PART, "build2", List.of("java", "-jar", "cart.jar"), Map.of("A", "1"))))
                .isFalse();
        assertThat(running.wasStartedFrom(
                        "cart", LaunchRecord.of(PART, "build1", List.of("java", "-jar", "cart.jar"), Map.of("A", "2"))))
                .isFalse();
        assertThat(running.wasStartedFrom("order", launched)).isFalse();
    }

    @Test
    void variablesOfTheTerminal_meanNothingToALaunchRecord() {
        List<String> command = List.of("java");

        assertThat(LaunchRecord.of(PART, "b", command, Map.of("A", "1", "PWD", "/here", "SHLVL", "1", "SSH_TTY", "x")))
                .isEqualTo(LaunchRecord.of(PART, "b", command, Map.of("A", "1", "PWD", "/there", "SHLVL", "2")));
    }

    @Test
    void anotherProcessThatGotTheSameId_isLeftAlone() throws Exception {
        Process somebodyElses = sleeper();
        try {
            long longAgo = somebodyElses.info().startInstant().orElseThrow().toEpochMilli() - 60_000;
            Files.createDirectories(folder.resolve(".shop/run"));
            Files.writeString(folder.resolve(".shop/run/cart.pid"), somebodyElses.pid() + " " + longAgo + "\n");

            assertThat(running.endOrphans(List.of(PART), Duration.ofSeconds(5))).isEmpty();

            assertThat(somebodyElses.isAlive()).isTrue();
        } finally {
            somebodyElses.destroyForcibly().waitFor();
        }
    }

    @Test
    void brokenMark_countsAsNone() throws Exception {
        Files.createDirectories(folder.resolve(".shop/run"));
        Files.writeString(folder.resolve(".shop/run/cart.pid"), "what?");

        assertThat(running.of("cart")).isEmpty();
    }

    private static Part part(String name, Part.Stage stage) {
        return new Part(name, name, name, stage, 1, "/", 64, Map.of(), List.of());
    }

    /** Ignores SIGTERM. */
    private static Process deaf() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        process.inputReader().readLine();
        return process;
    }

    private static Process sleeper() throws Exception {
        return new ProcessBuilder("sleep", "60").start();
    }
}
