package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
