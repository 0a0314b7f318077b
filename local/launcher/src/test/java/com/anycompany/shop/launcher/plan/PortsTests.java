package com.anycompany.shop.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.shop.commandline.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

    @Test
    void changedPort_isRememberedForTheOtherCommands(@TempDir Path folder) {
        ShopFolder shop = new ShopFolder(folder);
        Ports.DOCUMENTED.with("catalog", 9081).remember(shop);

        assertThat(Ports.inUse(shop).of("catalogservice")).isEqualTo(9081);
        assertThat(Ports.inUse(shop).url("frontend")).isEqualTo("http://localhost:8080");
    }

    @Test
    void unknownPart_isRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Ports.DOCUMENTED.with("catolog", 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'catolog'")
                .hasMessageContaining("catalogservice");
    }

    @Test
    void changedPort_reachesEveryPartThatUsesIt() {
        ShopPlan plan = new ShopPlan(
                Ports.DOCUMENTED.with("catalog", 9081).with("dynamodb", 9000).with("xray", 9001), Path.of("data"));

        assertThat(plan.part("cart").environment())
                .containsEntry("CATALOG_ENDPOINT", "http://localhost:9081")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:9000")
                .containsEntry("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:9001")
                .containsEntry("XRAY_LOGS_ENDPOINT", "http://127.0.0.1:9001/v1/logs")
                .containsEntry("TRACE_URL", "http://localhost:9001/#/traces/{traceId}");
        assertThat(plan.part("xray").arguments()).contains("--no-otlp");
        assertThat(new ShopPlan(Ports.DOCUMENTED, Path.of("data")).part("xray").arguments())
                .doesNotContain("--no-otlp");
        assertThat(plan.part("catalog").environment())
                .containsEntry("SERVER_PORT", "9081")
                .containsEntry("SERVICE_SERVER_MANAGEMENT_PORT", "19081");
    }
}
