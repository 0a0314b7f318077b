package com.anycompany.shop.system;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.Segment;
import software.amazon.awssdk.services.xray.model.Trace;
import software.amazon.awssdk.services.xray.model.TraceSummary;

/** What X-Ray Local knows, asked through the AWS SDK as any other X-Ray client would. */
final class Traces implements AutoCloseable {

    /** BatchGetTraces takes so many ids at once. */
    private static final int BATCH = 5;

    private static final Pattern RETRIES = Pattern.compile("\"retries\"\\s*:\\s*(\\d+)");

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

    /** All traces of a time, as trees. */
    List<String> trees(Instant start, Instant end) {
        return documents(start, end).values().stream()
                .map(documents -> new TraceTree(documents).text())
                .toList();
    }

    /** How many calls to a service ended in faults, as its node and the edges to it show. */
    long faults(String service, Instant start, Instant end) {
        return client.getServiceGraph(ask -> ask.startTime(start).endTime(end)).services().stream()
                .filter(node -> service.equals(node.name()))
                .filter(node -> node.summaryStatistics() != null)
                .mapToLong(node -> node.summaryStatistics().faultStatistics().totalCount())
                .sum();
    }

    /** The documents of all traces of a time, by trace. */
    Map<String, List<String>> documents(Instant start, Instant end) {
        List<String> ids =
                client.getTraceSummariesPaginator(ask -> ask.startTime(start).endTime(end)).traceSummaries().stream()
                        .map(TraceSummary::id)
                        .distinct()
                        .toList();
        Map<String, List<String>> documents = new TreeMap<>();
        for (int i = 0; i < ids.size(); i += BATCH) {
            List<String> some = ids.subList(i, Math.min(i + BATCH, ids.size()));
            client.batchGetTraces(ask -> ask.traceIds(some))
                    .traces()
                    .forEach(trace -> documents.put(
                            trace.id(),
                            trace.segments().stream().map(Segment::document).toList()));
        }
        return documents;
    }

    String graph(Instant start, Instant end) {
        return GraphText.of(
                client.getServiceGraph(ask -> ask.startTime(start).endTime(end)).services());
    }

    /** Whether some service was called and sent no segment of its own: the graph calls it remote. */
    boolean hasUnansweredCalls(Instant start, Instant end) {
        return client.getServiceGraph(ask -> ask.startTime(start).endTime(end)).services().stream()
                .anyMatch(service -> "remote".equals(service.type()));
    }

    /** How many calls to the table were throttled, as its node in the service graph says. */
    long throttled(String table, Instant start, Instant end) {
        return client.getServiceGraph(ask -> ask.startTime(start).endTime(end)).services().stream()
                .filter(service -> table.equals(service.name()))
                .filter(service -> service.summaryStatistics() != null)
                .mapToLong(
                        service -> service.summaryStatistics().errorStatistics().throttleCount())
                .sum();
    }

    /** The most retries that a throttled call to the table shows in its trace. */
    int retries(String table, Instant start, Instant end) {
        String throttled = "service(id(name: \"" + table + "\", type: \"AWS::DynamoDB::Table\")) { throttle }";
        List<String> ids = client
                .getTraceSummaries(ask -> ask.startTime(start).endTime(end).filterExpression(throttled))
                .traceSummaries()
                .stream()
                .map(TraceSummary::id)
                .limit(5)
                .toList();
        if (ids.isEmpty()) {
            return 0;
        }
        return client.batchGetTraces(ask -> ask.traceIds(ids)).traces().stream()
                .flatMap(trace -> trace.segments().stream())
                .map(segment -> RETRIES.matcher(segment.document()))
                .flatMap(Matcher::results)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        client.close();
    }
}
