package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogsTests {

    @TempDir
    private Path root;

    private PartLogs logs = new PartLogs(new ShopFolder(Path.of("unset")), 0, 0);
    private Path log = Path.of("unset");

    @BeforeEach
    void setUp() {
        ShopFolder folder = new ShopFolder(root);
        logs = new PartLogs(folder, 10, 2);
        log = folder.log("cart");
    }

    @Test
    void eachRun_beginsANewLog_andAsManyEarlierOnesAsAllowedAreKept() throws IOException {
        for (String run : List.of("one", "two", "three", "four")) {
            logs.beginNew("cart");
            write(run);
        }

        assertThat(log).hasContent("four");
        assertThat(root.resolve(".shop/logs/cart.log.1")).hasContent("three");
        assertThat(root.resolve(".shop/logs/cart.log.2")).hasContent("two");
        assertThat(root.resolve(".shop/logs/cart.log.3")).doesNotExist();
    }

    @Test
    void logBelowTheLimit_isLeftAlone() throws IOException {
        write("0123456789");
        logs.rotateIfLarge("cart");
        logs.rotateIfLarge("partThatHasNoLog");

        assertThat(log).hasContent("0123456789");
        assertThat(root.resolve(".shop/logs/cart.log.1")).doesNotExist();
    }

    @Test
    void processWhoseLogIsRotated_goesOnInTheEmptyFile() throws Exception {
        JavaProcess process = JavaProcess.start(
                List.of(
                        "sh",
                        "-c",
                        "echo a long first line; read x < pipe; echo second".replace("pipe", pipe().toString())),
                Map.of(),
                log);
        org.awaitility.Awaitility.await().until(() -> Files.exists(log) && Files.size(log) > 10);
        logs.rotateIfLarge("cart");
        Files.writeString(pipe(), "go on\n", StandardOpenOption.WRITE);
        org.awaitility.Awaitility.await().until(() -> !process.isAlive());

        assertThat(log).hasContent("second");
        assertThat(root.resolve(".shop/logs/cart.log.1")).hasContent("a long first line");
    }

    private Path pipe() throws Exception {
        Path pipe = root.resolve("pipe");
        if (!Files.exists(pipe)) {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        }
        return pipe;
    }

    private void write(String text) throws IOException {
        Files.createDirectories(log.getParent());
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
