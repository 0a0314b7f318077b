package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

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
        running.remember("cart", orphan.toHandle());

        assertThat(running.endOrphans(List.of(PART), Duration.ofSeconds(5))).containsExactly("cart");

        assertThat(orphan.isAlive()).isFalse();
        assertThat(running.of("cart")).isEmpty();
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

    private static Process sleeper() throws Exception {
        return new ProcessBuilder("sleep", "60").start();
    }
}
