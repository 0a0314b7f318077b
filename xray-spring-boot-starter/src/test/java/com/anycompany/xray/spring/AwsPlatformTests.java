package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the starter believes to be. */
class AwsPlatformTests {

    @TempDir
    private Path root;

    @Test
    void plainMachine_isNoPlatform() {
        assertThat(new AwsPlatform(Map.of(), root).plugins()).isEmpty();
    }

    @Test
    void kubernetesElsewhere_isNoPlatform() throws IOException {
        put("var/run/secrets/kubernetes.io/serviceaccount/token", "t");

        assertThat(new AwsPlatform(Map.of(), root).plugins()).isEmpty();
    }

    @Test
    void podWithAwsIdentity_isOnEks() throws IOException {
        put("var/run/secrets/kubernetes.io/serviceaccount/token", "t");

        assertThat(new AwsPlatform(Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23"), root)
                        .plugins())
                .containsExactly(XRayProperties.Plugin.EKS);
    }

    @Test
    void podWithoutAToken_isOnEks() throws IOException {
        put("sys/class/dmi/id/sys_vendor", "Amazon EC2\n");

        assertThat(new AwsPlatform(Map.of("KUBERNETES_SERVICE_HOST", "10.100.0.1"), root).plugins())
                .as("and not on EC2, whose metadata a pod may not ask")
                .containsExactly(XRayProperties.Plugin.EKS);
    }

    @Test
    void podThatIsToldItsCluster_isOnEks() {
        Map<String, String> environment =
                Map.of("KUBERNETES_SERVICE_HOST", "10.100.0.1", "K8S_CLUSTER_NAME", "anycompany-shop");

        assertThat(new AwsPlatform(environment, root).plugins()).containsExactly(XRayProperties.Plugin.EKS);
    }

    @Test
    void podElsewhere_isNoPlatform() {
        Map<String, String> environment = Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "K8S_POD_NAME", "cart-1");

        assertThat(new AwsPlatform(environment, root).plugins()).isEmpty();
    }

    @Test
    void segmentOfAPod_saysWhereItRan() {
        Map<String, String> environment = Map.of(
                "KUBERNETES_SERVICE_HOST", "10.100.0.1",
                "K8S_CLUSTER_NAME", "anycompany-shop",
                "K8S_POD_NAME", "cartservice-7d4b9-x2x5z",
                "K8S_NAMESPACE", "microservices-aws",
                "K8S_NODE_NAME", "ip-192-168-1-2.ec2.internal");

        JsonNode segment = segment(environment);

        assertThat(segment.path("origin").asString()).isEqualTo("AWS::EKS::Container");
        assertThat(segment.path("aws").path("eks"))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"pod": "cartservice-7d4b9-x2x5z", "cluster_name": "anycompany-shop", "namespace": "microservices-aws",
                 "node": "ip-192-168-1-2.ec2.internal"}"""));
    }

    @Test
    void segmentElsewhere_hasNoOrigin() {
        assertThat(segment(Map.of()).has("origin")).isFalse();
    }

    /** As the recorder of an application on that platform serialises it. */
    private JsonNode segment(Map<String, String> environment) {
        List<String> documents = new ArrayList<>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(XRayAutoConfiguration.class))
                .withPropertyValues("spring.application.name=cartservice", "xray.sampling.central=false")
                .withBean(AwsPlatform.class, () -> new AwsPlatform(environment, root))
                .run(context -> {
                    Segment segment = context.getBean(AWSXRayRecorder.class).beginSegment("cartservice");
                    segment.close();
                    documents.add(segment.serialize());
                });
        return JsonMapper.shared().readTree(documents.get(0));
    }

    @Test
    void amazonsHardware_isEc2() throws IOException {
        put("sys/class/dmi/id/sys_vendor", "Amazon EC2\n");

        assertThat(new AwsPlatform(Map.of(), root).plugins()).containsExactly(XRayProperties.Plugin.EC2);
    }

    @Test
    void taskMetadata_isEcs() {
        assertThat(new AwsPlatform(Map.of("ECS_CONTAINER_METADATA_URI_V4", "http://169.254.170.2/v4"), root).plugins())
                .containsExactly(XRayProperties.Plugin.ECS);
    }

    private void put(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
