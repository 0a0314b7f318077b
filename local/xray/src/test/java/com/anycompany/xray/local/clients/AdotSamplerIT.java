package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.xray.XRayClient;

/** The sampler of AWS's distribution of OpenTelemetry for Python, which reports anomalies and takes boosts. */
class AdotSamplerIT {

    /** Without a boost nothing would be sampled: reservoir and fixed rate are 0. */
    @Test
    void failingRequests_areSampled_onceTheirBoostIsGranted(@TempDir Path folder) throws Exception {
        Client.PYTHON.require();
        try (TestServer server = new TestServer();
                XRayClient xray = server.client()) {
            xray.createSamplingRule(r -> r.samplingRule(rule -> rule.ruleName("orders")
                    .resourceARN("*")
                    .priority(1)
                    .fixedRate(0.0)
                    .reservoirSize(0)
                    .serviceName("orders")
                    .serviceType("*")
                    .host("*")
                    .httpMethod("*")
                    .urlPath("*")
                    .version(1)
                    .samplingRateBoost(boost -> boost.maxRate(1.0).cooldownWindowMinutes(5))));
            Client.Result result = Client.PYTHON.run(
                    folder, Map.of(), Path.of("src/test/clients/sampler.py").toString(), "127.0.0.1:" + server.port());
            assertThat(result.exitCode()).as(result.error()).isZero();
            assertThat(Integer.parseInt(result.output().strip())).isGreaterThan(10);
            assertThat(server.post("/local/sampling-boosts", "{}").body())
                    .contains("\"RuleName\":\"orders\"", "\"ServiceName\":\"orders\"", "\"BoostRate\":1.0");
        }
    }
}
