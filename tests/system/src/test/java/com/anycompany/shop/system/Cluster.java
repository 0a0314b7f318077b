package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shop on the Kubernetes cluster that {@code -Dshop.kubeconfig} names, through kubectl: an overlay of
 * {@code tests/deploy/cluster/receivers}, which is {@code deploy/local} with one of three receivers of traces.
 */
final class Cluster implements AutoCloseable {

    static final String KUBECONFIG = "shop.kubeconfig";
    static final String NAMESPACE = "microservices-aws";
    static final String SYSTEM = "kube-system";
    static final String XRAY_DAEMON = "tests/deploy/cluster/receivers/xray-daemon";

    private static final Duration STARTING = Duration.ofMinutes(6);
    private static final Duration COMMAND = Duration.ofMinutes(3);
    private static final Pattern FORWARDED = Pattern.compile("Forwarding from 127.0.0.1:(\\d+)");

    private final Command command = new Command(Repository.root(), Map.of());
    private final List<Process> forwards = new ArrayList<>();

    /** Applies the shop with AWS's daemon, and waits until all of it is ready. */
    static Cluster start() throws IOException, InterruptedException {
        Cluster cluster = new Cluster();
        cluster.apply(XRAY_DAEMON);
        return cluster;
    }

    /** Applies an overlay, and waits until all of it is ready. */
    void apply(String overlay) throws IOException, InterruptedException {
        kubectl("apply", "-k", overlay);
        awaitRollouts();
    }

    /** Waits until each part runs as it was last applied. */
    void awaitRollouts() throws IOException, InterruptedException {
        command.run(STARTING, kubectlLine("rollout", "status", "deployment", "--timeout", STARTING.toSeconds() + "s"));
        command.run(STARTING, kubectlLine("-n", SYSTEM, "rollout", "status", "daemonset"));
    }

    /** In the shop's namespace, unless the arguments name another; what it prints. */
    String kubectl(String... arguments) throws IOException, InterruptedException {
        return command.run(COMMAND, kubectlLine(arguments));
    }

    private static List<String> kubectlLine(String... arguments) {
        Path kubeconfig = Path.of(System.getProperty(KUBECONFIG)).toAbsolutePath();
        List<String> line = new ArrayList<>(List.of("kubectl", "--kubeconfig", kubeconfig.toString()));
        if (!List.of(arguments).contains("-n") && !List.of(arguments).contains("-k")) {
            line.addAll(List.of("-n", NAMESPACE));
        }
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    JsonNode get(String... what) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("get", "-o", "json"));
        arguments.addAll(List.of(what));
        return JsonMapper.shared().readTree(kubectl(arguments.toArray(String[]::new)));
    }

    /** The pods of an app that aren't being deleted. */
    List<JsonNode> pods(String namespace, String app) throws IOException, InterruptedException {
        List<JsonNode> pods = new ArrayList<>();
        get("pods", "-n", namespace, "-l", "app=" + app).path("items").forEach(pod -> {
            if (!pod.path("metadata").has("deletionTimestamp")) {
                pods.add(pod);
            }
        });
        return pods;
    }

    /** Creates what the text says, or changes it. */
    void applyText(String manifest) throws IOException, InterruptedException {
        Path file = Files.createTempFile("manifest", ".yaml");
        try {
            Files.writeString(file, manifest);
            kubectl("apply", "-f", file.toString());
        } finally {
            Files.delete(file);
        }
    }

    /** Whether kubectl is content with these arguments. */
    boolean works(String... arguments) {
        return Command.works(kubectlLine(arguments).toArray(String[]::new));
    }

    /** A service's address on this machine, for as long as the pod lives that kubectl chooses. */
    URI forward(String service, int port) throws IOException {
        return forward(NAMESPACE, "service/" + service, port);
    }

    /** @param target such as {@code daemonset/xray-daemon-local} */
    URI forward(String namespace, String target, int port) throws IOException {
        Path output = Files.createTempFile("forward", ".out");
        Process process = new ProcessBuilder(kubectlLine("port-forward", "-n", namespace, target, ":" + port))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        forwards.add(process);
        await().until(() -> !process.isAlive()
                || FORWARDED.matcher(Files.readString(output)).find());
        Matcher forwarded = FORWARDED.matcher(Files.readString(output));
        assertThat(forwarded.find()).as(Files.readString(output)).isTrue();
        return URI.create("http://localhost:" + forwarded.group(1));
    }

    /** Stops forwarding, and takes the shop away as the documents say. */
    @Override
    public void close() throws IOException, InterruptedException {
        delete(XRAY_DAEMON);
    }

    /** Stops forwarding, and takes away what the overlay names. */
    void delete(String overlay) throws IOException, InterruptedException {
        forwards.forEach(Process::destroy);
        kubectl("delete", "-k", overlay, "--ignore-not-found");
    }
}
