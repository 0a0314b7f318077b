package com.anycompany.xray.local.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the container without Docker; {@code XRayLocalContainerIT} in tests/system starts it. */
class XRayLocalContainerTests {

    @Test
    void container_listensOnAllAddressesOfItsOwn() {
        try (XRayLocalContainer container = new XRayLocalContainer()) {
            assertThat(container.getExposedPorts()).isEqualTo(List.of(2000));
            assertThat(container.getEnvMap()).containsEntry("XRAY_BIND", "0.0.0.0");
        }
    }

    @Test
    void namesThatTheUserAllows_areKept() {
        try (XRayLocalContainer container = new ConfiguredContainer()) {
            container.withNetworkAliases("traces").withEnv("XRAY_ALLOWED_HOSTS", "xray.example.com");

            container.configure();
            container.configure();

            assertThat(container.getEnvMap().get("XRAY_ALLOWED_HOSTS").split(","))
                    .contains("traces", "localhost", "xray.example.com")
                    .doesNotHaveDuplicates();
        }
    }

    /** Without asking Docker for its address. */
    private static final class ConfiguredContainer extends XRayLocalContainer {

        @Override
        public String getHost() {
            return "localhost";
        }
    }
}
