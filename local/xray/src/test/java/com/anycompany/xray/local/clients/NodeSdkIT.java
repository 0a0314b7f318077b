package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.FaultRootCauseEntity;
import software.amazon.awssdk.services.xray.model.Service;
import software.amazon.awssdk.services.xray.model.TraceSummary;

/** A small program with the X-Ray SDK for Node.js, whose exceptions have no ids. */
class NodeSdkIT {

    @Test
    void itsTrace_leadsToTheCallThatFailed_notToTheOneThatWasHandled(@TempDir Path folder) throws Exception {
        Client.NODE.require();
        try (TestServer server = new TestServer();
                XRayClient xray = server.client()) {
            String address = "127.0.0.1:" + server.port();
            // modules are looked for beside the program
            Path program = Files.copy(
                    Path.of("src/test/clients/node/xray_shop.mjs"),
                    Path.of("target/clients/node/xray_shop.mjs"),
                    StandardCopyOption.REPLACE_EXISTING);
            Instant start = Instant.now().minusSeconds(60);
            Client.Result result =
                    Client.NODE.run(folder, Map.of("AWS_XRAY_DAEMON_ADDRESS", address), program.toString(), address);
            assertThat(result.exitCode()).as(result.error()).isZero();
            String trace = result.output().strip();
            TraceSummary summary = await().until(
                            () -> xray.getTraceSummaries(r -> r.startTime(start)
                                            .endTime(Instant.now().plusSeconds(60)))
                                    .traceSummaries(),
                            summaries -> summaries.size() == 1)
                    .get(0);
            assertThat(summary.id()).isEqualTo(trace);
            assertThat(summary.annotations()).containsKey("tenant");
            List<FaultRootCauseEntity> path =
                    summary.faultRootCauses().get(0).services().get(0).entityPath();
            assertThat(path).extracting(FaultRootCauseEntity::name).containsExactly("node-shop", "payments");
            assertThat(path.get(1).exceptions()).singleElement().satisfies(thrown -> {
                assertThat(thrown.name()).isEqualTo("TypeError");
                assertThat(thrown.message()).isEqualTo("card declined");
            });
            assertThat(xray.getTraceGraph(r -> r.traceIds(trace)).services())
                    .extracting(Service::name)
                    .contains("node-shop", "127.0.0.1");
        }
    }
}
