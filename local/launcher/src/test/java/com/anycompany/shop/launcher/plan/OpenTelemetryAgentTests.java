package com.anycompany.shop.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.shop.commandline.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenTelemetryAgentTests {

    private final ShopFolder folder = new ShopFolder(Path.of("/shop"));
    private final ShopPlan plan = ShopPlan.of(folder, Ports.DOCUMENTED.with("xray", 2001))
            .tracedByOpenTelemetry(folder, Set.of("cartservice"), Map.of("PATH", "/bin"));

    @Test
    void tracedService_hasTheAgentWithoutWhatTheBuildPreparedForTheXRaySdk() {
        assertThat(plan.part("cart").jvmFlags())
                .containsExactly(
                        "-javaagent:/shop/xray-agent-extension/target/app/opentelemetry-javaagent.jar",
                        "-Dspring.aot.enabled=false");
        assertThat(plan.part("cart").environment())
                .containsEntry("XRAY_BACKEND", "opentelemetry")
                .containsEntry("OTEL_SERVICE_NAME", "cartservice")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:2001")
                .containsEntry("OTEL_TRACES_SAMPLER_ARG", "endpoint=http://localhost:2001")
                .hasEntrySatisfying(
                        "OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING",
                        peers -> assertThat(peers).contains("localhost:8081=catalogservice"))
                .doesNotContainKey("XRAY_TRUST_TRACE_HEADER");
    }

    @Test
    void variableOfTheTerminal_isLeftAsItIs() {
        ShopPlan other = ShopPlan.of(folder, Ports.DOCUMENTED)
                .tracedByOpenTelemetry(
                        folder, Set.of("cartservice"), Map.of("OTEL_PROPAGATORS", "tracecontext", "SERVER_PORT", "1"));

        assertThat(other.part("cart").environment())
                .as("the process inherits it")
                .doesNotContainKey("OTEL_PROPAGATORS")
                .containsEntry("OTEL_TRACES_SAMPLER", "xray")
                .as("what isn't OpenTelemetry's stays the plan's")
                .containsEntry("SERVER_PORT", "8082");
    }

    @Test
    void otherServices_areAsBefore() {
        assertThat(plan.part("catalog").jvmFlags()).isEmpty();
        assertThat(plan.part("catalog").environment())
                .isEqualTo(ShopPlan.of(folder, Ports.DOCUMENTED.with("xray", 2001))
                        .part("catalog")
                        .environment());
    }

    @Test
    void frontend_ignoresTheHeadersOfBrowsers() {
        ShopPlan all = ShopPlan.of(folder, Ports.DOCUMENTED)
                .tracedByOpenTelemetry(folder, TracingMode.OTEL.openTelemetry(List.of()), Map.of());

        assertThat(all.part("frontend").environment()).containsEntry("XRAY_TRUST_TRACE_HEADER", "false");
    }

    @Test
    void modes_nameTheirServices() {
        assertThat(TracingMode.XRAY.openTelemetry(List.of())).isEmpty();
        assertThat(TracingMode.OTEL.openTelemetry(List.of())).hasSize(6);
        assertThat(TracingMode.MIXED.openTelemetry(List.of("pay")))
                .containsExactly("catalogservice", "cartservice", "paymentservice");
        assertThatThrownBy(() -> TracingMode.XRAY.openTelemetry(List.of("xray")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no part 'xray' here");
    }
}
