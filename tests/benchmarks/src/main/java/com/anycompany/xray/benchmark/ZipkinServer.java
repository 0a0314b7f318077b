package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Zipkin is started: in memory, with its own defaults but for the limits that are given. */
record ZipkinServer(Path jar) {

    Server start(String heap, int maxSpans) throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        if (!heap.isEmpty()) {
            command.add("-Xmx" + heap);
        }
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment =
                Map.of("QUERY_PORT", "" + port, "STORAGE_TYPE", "mem", "MEM_MAX_SPANS", "" + maxSpans);
        return Server.start(command, environment, port, "/health");
    }

    static HttpLoad load(Server server, List<Payload> bodies) {
        return new HttpLoad(server.port(), "/api/v2/spans", bodies);
    }
}
