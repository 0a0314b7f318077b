package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pods of fabric8's mock of the Kubernetes API, which keeps what it is given. */
@EnableKubernetesMockClient(crud = true)
class PodsTests {

    private static final String NAMESPACE = "shop";
    private static final PodSettings SETTINGS =
            new PodSettings(NAMESPACE, PodSettings.SHOP, Set.of(), Optional.empty(), "randomizer-1");

    private KubernetesMockServer server;
    private KubernetesClient client;

    @Test
    void readyPodsOfTheShop_areOffered_inTheirOwnNamespaceOnly() throws TargetAccessException {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-1", "cartservice").build());
        MockedPods.create(
                client,
                MockedPods.ready(MockedPods.pod(NAMESPACE, "frontend-1", "frontend"), false)
                        .build());
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "other-1", "other")
                        .editMetadata()
                        .withLabels(Map.of("app", "other"))
                        .endMetadata()
                        .build());
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "elsewhere-1", "elsewhere")
                        .editMetadata()
                        .withNamespace("kube-system")
                        .endMetadata()
                        .build());

        assertThat(identities(SETTINGS)).containsExactly("pod cartservice-1");
    }

    @Test
    void podsThatNothingReplaces_orThatAreLeaving_orAreTheRandomizerItself_areSpared() throws TargetAccessException {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "bare-1", "bare")
                        .editMetadata()
                        .withOwnerReferences()
                        .endMetadata()
                        .build());
        MockedPods.create(
                client, MockedPods.pod(NAMESPACE, "randomizer-1", "randomizer").build());
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "leaving-1", "leaving")
                        .editMetadata()
                        .withFinalizers("test/holds")
                        .endMetadata()
                        .build());
        client.pods().inNamespace(NAMESPACE).withName("leaving-1").delete();
        assertThat(client.pods().inNamespace(NAMESPACE).withName("leaving-1").get())
                .isNotNull();

        assertThat(identities(SETTINGS)).isEmpty();
    }

    @Test
    void onlySomeServices_ifToldSo() throws TargetAccessException {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-1", "cartservice").build());
        MockedPods.create(
                client, MockedPods.pod(NAMESPACE, "frontend-1", "frontend").build());

        assertThat(identities(new PodSettings(
                        NAMESPACE, PodSettings.SHOP, Set.of("frontend"), Optional.empty(), "randomizer-1")))
                .containsExactly("pod frontend-1");
    }

    @Test
    void killedPod_isReplacedOnceThereAreAsManyReadyOnesAsBefore() throws TargetAccessException {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-1", "cartservice").build());
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-2", "cartservice").build());
        Target target = new Pods(client, SETTINGS).healthy().get(0);

        target.kill();

        assertThat(client.pods().inNamespace(NAMESPACE).list().getItems()).hasSize(1);
        assertThat(target.isReplaced()).isFalse();
        MockedPods.create(
                client,
                MockedPods.ready(MockedPods.pod(NAMESPACE, "cartservice-3", "cartservice"), false)
                        .build());
        assertThat(target.isReplaced()).isFalse();
        client.pods()
                .inNamespace(NAMESPACE)
                .resource(MockedPods.pod(NAMESPACE, "cartservice-3", "cartservice")
                        .build())
                .update();
        assertThat(target.isReplaced()).isTrue();
    }

    @Test
    void podIsDeletedByName_withTheGraceThatIsAskedFor() throws Exception {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-1", "cartservice").build());
        PodSettings atOnce =
                new PodSettings(NAMESPACE, PodSettings.SHOP, Set.of(), Optional.of(Duration.ZERO), "randomizer-1");
        Target target = new Pods(client, atOnce).healthy().get(0);
        forgetRequests();

        target.kill();

        RecordedRequest deletion = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(deletion.getMethod()).isEqualTo("DELETE");
        assertThat(deletion.getPath()).isEqualTo("/api/v1/namespaces/shop/pods/cartservice-1");
        assertThat(deletion.getBody().readUtf8()).contains("\"gracePeriodSeconds\":0");
    }

    @Test
    void nothingButListAndDeleteOfPods_isAskedOfTheApi() throws Exception {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-1", "cartservice").build());
        forgetRequests();

        Target target = new Pods(client, SETTINGS).healthy().get(0);
        target.kill();
        target.isReplaced();

        assertThat(List.of(method(), method(), method())).containsExactly("GET", "DELETE", "GET");
        assertThat(server.takeRequest(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void podThatIsGoneAlready_isAnObstacle() throws TargetAccessException {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-1", "cartservice").build());
        Target target = new Pods(client, SETTINGS).healthy().get(0);
        client.pods().inNamespace(NAMESPACE).withName("cartservice-1").delete();

        assertThatThrownBy(target::kill)
                .isInstanceOf(TargetAccessException.class)
                .hasMessage("pod cartservice-1 was gone already");
    }

    @Test
    void missingRights_areNamedWithTheRemedy() throws TargetAccessException {
        MockedPods.create(
                client,
                MockedPods.pod(NAMESPACE, "cartservice-1", "cartservice").build());
        Target target = new Pods(client, SETTINGS).healthy().get(0);
        server.expect()
                .delete()
                .withPath("/api/v1/namespaces/shop/pods/cartservice-1")
                .andReturn(403, "{}")
                .always();

        assertThatThrownBy(target::kill)
                .isInstanceOf(TargetAccessException.class)
                .hasMessageStartingWith("may not delete pods in namespace shop (403)")
                .hasMessageContaining("role with list and delete on pods");
    }

    @Test
    void lostConnection_isAnObstacle_notTheEnd() throws TargetAccessException {
        try (KubernetesClient own = PodOptions.client(new ConfigBuilder(client.getConfiguration()))) {
            Pods pods = new Pods(own, SETTINGS);
            assertThat(pods.healthy()).isEmpty();
            server.shutdown();

            assertThatThrownBy(pods::healthy)
                    .isInstanceOf(TargetAccessException.class)
                    .hasMessageStartingWith("can't list pods in namespace shop: the Kubernetes API at ")
                    .hasMessageEndingWith("doesn't answer");
        }
    }

    private List<String> identities(PodSettings settings) throws TargetAccessException {
        return new Pods(client, settings)
                .healthy().stream().map(Target::identity).toList();
    }

    private void forgetRequests() throws InterruptedException {
        while (server.takeRequest(10, TimeUnit.MILLISECONDS) != null) {
            // Those of the set-up.
        }
    }

    private String method() throws InterruptedException {
        return server.takeRequest(5, TimeUnit.SECONDS).getMethod();
    }
}
