package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The shop in containers: its images, built on a base that this machine makes itself where it can't pull one, and
 * started with {@code deploy/compose.yaml}.
 */
final class ContainerShop implements AutoCloseable {

    static final String OWN_BASE = "anycompany-shop-test-base";
    static final List<String> PARTS = Stream.concat(
                    Shop.SERVICES.stream(), Stream.of("xray-local", "capacitydb", "loadgenerator"))
            .toList();

    static final String TAG = "test";
    private static final Duration BUILDING = Duration.ofMinutes(12);

    /** What the startup probes of deploy/services grant. */
    private static final Duration STARTING = Duration.ofSeconds(90);

    private final ShopPorts ports = ShopPorts.free();
    private final String project = "shop" + ports.of("frontend");
    private final Command command;
    private final Traces traces;

    private ContainerShop() {
        command = new Command(
                Repository.root(),
                Map.of(
                        "TAG", TAG,
                        "STOREFRONT_PORT", "" + ports.of("frontend"),
                        "XRAY_PORT", "" + ports.of("xray")));
        traces = new Traces(URI.create(ports.url("xray")));
    }

    /** Names a base image that Docker can pull, as an alternative to making one. */
    static String base() {
        String named = System.getenv("SHOP_BASE_IMAGE");
        return named == null || named.isBlank() ? OWN_BASE : named;
    }

    /** Compose as a plugin or as a program of its own; empty without it. */
    static List<String> compose() {
        if (Command.works("docker", "compose", "version")) {
            return List.of("docker", "compose");
        }
        return Command.works("docker-compose", "version") ? List.of("docker-compose") : List.of();
    }

    static ContainerShop start() throws IOException, InterruptedException {
        ContainerShop shop = new ContainerShop();
        try {
            buildImages();
            shop.compose("up", "-d");
            await().atMost(STARTING).pollInterval(Duration.ofMillis(500)).until(shop::isOpen);
            return shop;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            System.out.println(shop.compose("logs", "--tail", "20"));
            shop.close();
            throw failed;
        }
    }

    /** As {@code anycompany-shop/PART:test}; all parts' images if none is named. */
    static void buildImages(String... parts) throws IOException, InterruptedException {
        if (base().equals(OWN_BASE)) {
            new Command(Repository.root(), Map.of()).run(BUILDING, List.of("tests/deploy/base-image.sh", OWN_BASE));
        }
        Path worktree = Worktree.create("containers").root();
        List<String> line = new ArrayList<>(List.of("./shop", "images"));
        line.addAll(List.of(parts));
        line.addAll(List.of("--tag", TAG, "--base", base()));
        new Command(worktree, Map.of()).run(BUILDING, line);
    }

    private boolean isOpen() {
        try {
            HttpURLConnection home =
                    (HttpURLConnection) URI.create(url()).toURL().openConnection();
            home.setConnectTimeout(2_000);
            home.setReadTimeout(5_000);
            return home.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return ports.url("frontend");
    }

    Traces traces() {
        return traces;
    }

    /** One property of a part's container, such as {@code .State.Pid}. */
    String inspect(String part, String property) throws IOException, InterruptedException {
        return command.run("docker", "inspect", "-f", "{{" + property + "}}", container(part));
    }

    /** Stops one with SIGTERM, and SIGKILL only after a long time; its exit code. */
    String stop(String part) throws IOException, InterruptedException {
        command.run("docker", "stop", "-t", "60", container(part));
        return inspect(part, ".State.ExitCode");
    }

    private String container(String part) throws IOException, InterruptedException {
        return command.run(
                "docker",
                "ps",
                "-aq",
                "--filter",
                "label=com.docker.compose.project=" + project,
                "--filter",
                "label=com.docker.compose.service=" + part);
    }

    private String compose(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(compose());
        line.addAll(List.of("-p", project, "-f", "deploy/compose.yaml"));
        line.addAll(List.of(arguments));
        return command.run(Duration.ofMinutes(2), line);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        traces.close();
        compose("down", "-t", "3", "-v");
    }
}
