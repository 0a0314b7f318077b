package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.Segment;
import software.amazon.awssdk.services.xray.model.Service;

/** A small program with the X-Ray SDK for Python. */
class PythonSdkIT {

    @Test
    void itsTrace_hasCallsQueriesAndExceptions(@TempDir Path folder) throws Exception {
        Client.PYTHON.require();
        try (TestServer server = new TestServer();
                XRayClient xray = server.client()) {
            String address = "127.0.0.1:" + server.port();
            Client.Result result = Client.PYTHON.run(
                    folder,
                    Map.of("AWS_XRAY_DAEMON_ADDRESS", address),
                    Path.of("src/test/clients/shop.py").toString(),
                    address);
            assertThat(result.exitCode()).as(result.error()).isZero();
            String trace = result.output().strip();
            await().untilAsserted(() -> {
                List<Segment> segments = xray.batchGetTraces(r -> r.traceIds(trace)).traces().stream()
                        .flatMap(found -> found.segments().stream())
                        .toList();
                assertThat(segments)
                        .anySatisfy(segment -> assertThat(segment.document())
                                .contains("\"tenant\":\"acme\"", "ValueError", "no such thing", "\"status\":200"));
            });
            assertThat(xray.getTraceGraph(r -> r.traceIds(trace)).services())
                    .extracting(Service::name)
                    .contains("python-shop", "127.0.0.1");
        }
    }
}
