package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The network lets through the calls of the service graph, DNS, the daemon and AWS, and nothing else. */
class NetworkPolicyTests {

    private final Manifests services;
    private final Manifests prep;
    private final ServiceGraph graph;

    NetworkPolicyTests() throws IOException {
        services = Manifests.appliedFrom("services");
        prep = Manifests.appliedFrom("eks/prep.yaml");
        graph = ServiceGraph.read();
    }

    @Test
    void egress_isTheCallsOfTheServiceGraph() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (String service : graph.services()) {
            allowed.put(service, new TreeSet<>());
            policy(service)
                    .getSpec()
                    .getEgress()
                    .forEach(rule -> apps(rule.getTo()).forEach(callee -> {
                        assertThat(ports(rule.getPorts())).containsExactly("TCP " + port(callee));
                        allowed.get(service).add(callee);
                    }));
        }
        assertThat(allowed).isEqualTo(graph.calls());
    }

    @Test
    void ingress_isTheCallsOfTheServiceGraphFromTheOtherSide() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        graph.services().forEach(service -> allowed.put(service, new TreeSet<>()));
        for (String callee : graph.services()) {
            callers(callee).forEach(rule -> {
                assertThat(ports(rule.getPorts())).containsExactly("TCP " + port(callee));
                apps(rule.getFrom()).forEach(caller -> allowed.get(caller).add(callee));
            });
        }
        assertThat(allowed).isEqualTo(graph.calls());
    }

    @Test
    void onlyTheStorefront_isOpenToAnybody() {
        for (String service : graph.services()) {
            assertThat(callers(service).stream().anyMatch(rule -> rule.getFrom().isEmpty()))
                    .as(service)
                    .isEqualTo(service.equals("frontend"));
        }
    }

    @Test
    void managementPorts_areOpenToAPrometheusAlone() {
        for (String service : graph.services()) {
            assertThat(policy(service).getSpec().getIngress())
                    .filteredOn(rule -> !callers(service).contains(rule))
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(ports(rule.getPorts())).containsExactly("TCP " + managementPort(service));
                        assertThat(rule.getFrom())
                                .extracting(from -> from.getPodSelector().getMatchLabels())
                                .containsExactly(Map.of("app.kubernetes.io/name", "prometheus"));
                    });
        }
    }

    @Test
    void aws_isOpenToThoseWithATable() {
        for (String service : graph.services()) {
            Set<String> outside = policy(service).getSpec().getEgress().stream()
                    .flatMap(rule -> rule.getTo().stream()
                            .filter(peer -> peer.getIpBlock() != null)
                            .map(peer -> peer.getIpBlock().getCidr()
                                    + " but "
                                    + peer.getIpBlock().getExcept() + " "
                                    + ports(rule.getPorts())))
                    .collect(Collectors.toSet());
            assertThat(outside)
                    .as(service)
                    .isEqualTo(
                            graph.tables().get(service).isEmpty()
                                    ? Set.of()
                                    : Set.of(
                                            "0.0.0.0/0 but [169.254.169.254/32] [TCP 443]",
                                            "169.254.170.23/32 but [] [TCP 80]"));
        }
    }

    @Test
    void podWithoutAPolicy_isAllowedNothing() {
        NetworkPolicy deny = prep.one(NetworkPolicy.class, "default-deny");

        assertThat(deny.getSpec().getPodSelector().getMatchLabels()).isEmpty();
        assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
    }

    @Test
    void besidesTheirCalls_servicesReachDnsAndTheDaemonOnly() {
        assertThat(prep.all(NetworkPolicy.class))
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .flatExtracting(rule -> ports(rule.getPorts()))
                .containsExactlyInAnyOrder("UDP 53", "TCP 53", "UDP 2000", "TCP 2000");
        assertThat(prep.one(NetworkPolicy.class, "xray-daemon")
                        .getSpec()
                        .getEgress()
                        .get(0)
                        .getTo())
                .filteredOn(peer -> peer.getIpBlock() != null)
                .extracting(peer -> peer.getIpBlock().getCidr())
                .as("a node's address is a private one")
                .containsExactly("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
    }

    @Test
    void loadGenerator_reachesTheStorefrontAndIsReachedByNobody() {
        var spec = policy("loadgenerator").getSpec();

        assertThat(spec.getIngress()).isEmpty();
        assertThat(spec.getEgress()).singleElement().satisfies(rule -> {
            assertThat(apps(rule.getTo())).containsExactly("frontend");
            assertThat(ports(rule.getPorts())).containsExactly("TCP " + port("frontend"));
        });
    }

    private NetworkPolicy policy(String app) {
        NetworkPolicy policy = services.one(NetworkPolicy.class, app);
        assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEqualTo(Map.of("app", app));
        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        return policy;
    }

    /** Without the rule for the management port. */
    private List<NetworkPolicyIngressRule> callers(String service) {
        return policy(service).getSpec().getIngress().stream()
                .filter(rule -> !ports(rule.getPorts()).contains("TCP " + managementPort(service)))
                .toList();
    }

    private int managementPort(String service) {
        return port(service) + 10_000;
    }

    private int port(String service) {
        return services.one(Deployment.class, service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getPorts()
                .get(0)
                .getContainerPort();
    }

    private static List<String> apps(List<NetworkPolicyPeer> peers) {
        return peers.stream()
                .filter(peer -> peer.getPodSelector() != null)
                .map(peer -> peer.getPodSelector().getMatchLabels().get("app"))
                .toList();
    }

    private static List<String> ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(port -> port.getProtocol() + " " + port.getPort().getIntVal())
                .toList();
    }
}
