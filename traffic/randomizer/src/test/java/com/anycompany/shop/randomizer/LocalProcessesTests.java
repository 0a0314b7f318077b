package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of the operating system, looked after by a supervisor that is as simple as can be. */
class LocalProcessesTests {

    @TempDir
    private Path folder;

    private SupervisedProcess cart;

    @AfterEach
    void stop() {
        if (cart != null) {
            cart.close();
        }
    }

    @Test
    void kill_isKillMinusNine_andTheReplacementIsNoticedOnceItIsHealthy() throws Exception {
        cart = SupervisedProcess.start(folder, "cartservice");
        Process before = cart.process();
        Target target = healthy().get(0);
        assertThat(target.service()).isEqualTo("cartservice");
        assertThat(target.identity()).isEqualTo("process " + before.pid());
        assertThat(target.isReplaced()).isFalse();

        cart.setHealthy(false);
        target.kill();

        assertThat(before.waitFor()).isEqualTo(128 + 9);
        cart.awaitRestart(before);
        assertThat(target.isReplaced()).isFalse();
        cart.setHealthy(true);
        assertThat(target.isReplaced()).isTrue();
    }

    @Test
    void unhealthyOrUnknownProcesses_areNotOffered() throws Exception {
        cart = SupervisedProcess.start(folder, "cartservice");
        cart.setHealthy(false);
        assertThat(healthy()).isEmpty();

        cart.setHealthy(true);
        assertThat(healthy()).hasSize(1);

        Files.delete(cart.service().file().path());
        assertThat(healthy()).isEmpty();
    }

    @Test
    void processOfSomebodyElse_thatHasTheSameId_isSpared() throws Exception {
        cart = SupervisedProcess.start(folder, "cartservice");
        Files.writeString(cart.service().file().path(), cart.process().pid() + " 1000\n");

        assertThat(healthy()).isEmpty();
    }

    @Test
    void halfWrittenMark_isNobodyYet() throws Exception {
        cart = SupervisedProcess.start(folder, "cartservice");
        for (String half : List.of("", "47", "abc def")) {
            Files.writeString(cart.service().file().path(), half);
            assertThat(healthy()).isEmpty();
        }
    }

    @Test
    void processThatIsGoneAlready_isAnObstacle() throws Exception {
        cart = SupervisedProcess.start(folder, "cartservice");
        Process process = cart.process();
        Target target = healthy().get(0);
        cart.close();
        await().until(() -> !process.isAlive());

        assertThatThrownBy(target::kill)
                .isInstanceOf(TargetAccessException.class)
                .hasMessageContaining("was gone already");
    }

    private List<Target> healthy() throws TargetAccessException, IOException {
        return new LocalProcesses(List.of(cart.service())).healthy();
    }
}
