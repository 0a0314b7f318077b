package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shop as ./shop looks after it. Runs late: kills leave traces that the service graph must not show. */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE)
class SupervisionIT {

    @Test
    void killedService_comesBackAndKeepsItsData(Shop shop) throws IOException, InterruptedException {
        Journey journey = new Journey(shop);
        journey.addToCart(journey.product(journey.home()), 2);
        ProcessHandle before = shop.process("cartservice");

        Script.Result killed = shop.script().run("kill", "cartservice");

        assertThat(killed.output()).contains("cartservice");
        assertThat(killed.exitCode()).isZero();
        assertThat(ProcessEnd.isReached(before)).isTrue();
        assertThat(shop.process("cartservice").pid()).isNotEqualTo(before.pid());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(journey.cart()
                                .page()
                                .select("main input[name=quantity]")
                                .eachAttr("value"))
                        .containsExactly("2"));
    }

    @Test
    void nextUpAfterTheLaunchersDeath_keepsWhatServes(Shop shop) throws IOException {
        List<Long> before = shop.parts().stream().map(ProcessHandle::pid).toList();
        shop.killLauncher();
        assertThat(new Journey(shop).home().status()).isEqualTo(200);

        shop.upAgain();

        assertThat(shop.parts()).extracting(ProcessHandle::pid).isEqualTo(before);
        assertThat(shop.output()).content().contains("Kept what an earlier run left running: dynamodb, xray, frontend");
        assertThat(new Journey(shop).home().status()).isEqualTo(200);
    }

    @Test
    void stopDuringThePreparation_endsWhatWasKept(Shop shop) throws IOException {
        List<ProcessHandle> before = shop.parts();
        shop.killLauncher();
        shop.upAgainUntilItPrepares();
        assertThat(before).allMatch(ProcessHandle::isAlive);

        shop.launcher().destroy();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(before).allMatch(ProcessEnd::isReached);
            assertThat(ProcessEnd.isReached(shop.launcher())).isTrue();
        });
        shop.upAgain();
        assertThat(new Journey(shop).home().status()).isEqualTo(200);
    }

    @Test
    void status_namesAllPartsAndSucceeds(Shop shop) throws IOException, InterruptedException {
        Script.Result status = shop.script().run("status");

        assertThat(status.exitCode()).isZero();
        assertThat(status.output()).contains(shop.ports().byPart().keySet());
    }

    @Test
    void secondUp_isRefusedAndDisturbsNothing(Shop shop) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("up", "--no-load"));
        arguments.addAll(ShopPorts.free().options());

        Script.Result second = shop.script().run(arguments.toArray(String[]::new));

        assertThat(second.exitCode()).isNotZero();
        assertThat(second.output())
                .contains("already running")
                .contains("./shop down")
                .hasLineCount(1);
        assertThat(new Journey(shop).home().status()).isEqualTo(200);
    }

    @Test
    void busyPort_isRefusedWithTheRemedyAndNothingIsLeft() throws IOException, InterruptedException {
        Script script = new Script(Worktree.create("busy"));
        ShopPorts ports = ShopPorts.free();
        List<String> arguments = new ArrayList<>(List.of("up", "--no-load"));
        arguments.addAll(ports.options());
        try (ServerSocket taken = new ServerSocket(ports.of("orderservice"), 1, InetAddress.getLoopbackAddress())) {
            Script.Result refused = script.run(arguments.toArray(String[]::new));

            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.output())
                    .contains("Port " + taken.getLocalPort() + " for orderservice is in use")
                    .contains("--port orderservice=");
        }
        assertThat(ports.byPart().values()).allMatch(ShopPorts::isFree);
    }

    @Test
    void unknownPart_isRefusedWithTheNamesThatExist(Shop shop) throws IOException, InterruptedException {
        Script.Result refused = shop.script().run("kill", "imageservice");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output())
                .contains("imageservice")
                .contains("catalogservice")
                .hasLineCount(1);
    }
}
