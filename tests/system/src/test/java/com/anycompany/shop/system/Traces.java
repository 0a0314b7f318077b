package com.anycompany.shop.system;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.Segment;
import software.amazon.awssdk.services.xray.model.Trace;

/** What X-Ray Local knows, asked through the AWS SDK as any other X-Ray client would. */
final class Traces implements AutoCloseable {

    private final XRayClient client;

    Traces(URI endpoint) {
        client = XRayClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** One trace as an indented tree; empty while nothing of it has arrived. */
    String tree(String traceId) {
        List<Trace> traces = client.batchGetTraces(ask -> ask.traceIds(traceId)).traces();
        List<String> documents = traces.stream()
                .flatMap(trace -> trace.segments().stream())
                .map(Segment::document)
                .toList();
        return new TraceTree(documents).text();
    }

    String graph(Instant start, Instant end) {
        return GraphText.of(
                client.getServiceGraph(ask -> ask.startTime(start).endTime(end)).services());
    }

    @Override
    public void close() {
        client.close();
    }
}
