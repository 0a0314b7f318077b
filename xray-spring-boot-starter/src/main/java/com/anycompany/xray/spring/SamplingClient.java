package com.anycompany.xray.spring;

import com.amazonaws.xray.strategy.sampling.GetSamplingRulesResponse.SamplingRule;
import com.amazonaws.xray.strategy.sampling.GetSamplingTargetsRequest;
import com.amazonaws.xray.strategy.sampling.GetSamplingTargetsRequest.SamplingStatisticsDocument;
import com.amazonaws.xray.strategy.sampling.GetSamplingTargetsResponse.SamplingTargetDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Client of GetSamplingRules and GetSamplingTargets on the daemon's TCP port.
 *
 * <p>The X-Ray SDK's client finds the daemon by an environment variable only, and its pollers keep the JVM alive.
 */
final class SamplingClient {

    private static final int TIMEOUT = (int) Duration.ofSeconds(2).toMillis();

    private final ObjectMapper json = new ObjectMapper();
    private final URI endpoint;

    SamplingClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    URI endpoint() {
        return endpoint;
    }

    List<SamplingRule> rules() throws IOException {
        List<SamplingRule> rules = new ArrayList<>();
        for (JsonNode item : post("/GetSamplingRules", Map.of()).path("SamplingRuleRecords")) {
            JsonNode rule = item.path("SamplingRule");
            rules.add(SamplingRule.create(
                    attributes(rule),
                    rule.path("FixedRate").asDouble(),
                    rule.path("Host").asText("*"),
                    rule.path("HTTPMethod").asText("*"),
                    rule.path("Priority").asInt(),
                    rule.path("ReservoirSize").asInt(),
                    rule.path("ResourceARN").asText("*"),
                    rule.path("RuleARN").asText(""),
                    rule.path("RuleName").asText(""),
                    rule.path("ServiceName").asText("*"),
                    rule.path("ServiceType").asText("*"),
                    rule.path("URLPath").asText("*"),
                    rule.path("Version").asInt()));
        }
        return rules;
    }

    Targets targets(List<SamplingStatisticsDocument> statistics) throws IOException {
        JsonNode answer = post("/SamplingTargets", GetSamplingTargetsRequest.create(statistics));
        List<SamplingTargetDocument> targets = new ArrayList<>();
        for (JsonNode target : answer.path("SamplingTargetDocuments")) {
            Instant expiry = instant(target.path("ReservoirQuotaTTL"));
            targets.add(SamplingTargetDocument.create(
                    target.path("FixedRate").asDouble(),
                    integer(target.path("Interval")),
                    integer(target.path("ReservoirQuota")),
                    expiry == null ? null : Date.from(expiry),
                    target.path("RuleName").asText("")));
        }
        Instant modified = instant(answer.path("LastRuleModification"));
        return new Targets(targets, modified == null ? Instant.EPOCH : modified);
    }

    private JsonNode post(String path, Object body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT);
        connection.setReadTimeout(TIMEOUT);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(json.writeValueAsBytes(body));
        }
        if (connection.getResponseCode() != 200) {
            throw new IOException(path + " answered " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
            return json.readTree(in);
        }
    }

    private static Map<String, String> attributes(JsonNode rule) {
        Map<String, String> attributes = new java.util.HashMap<>();
        rule.path("Attributes")
                .fields()
                .forEachRemaining(e -> attributes.put(e.getKey(), e.getValue().asText()));
        return attributes;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNumber() ? node.asInt() : null;
    }

    private static @Nullable Instant instant(JsonNode epochSeconds) {
        return epochSeconds.isNumber() ? Instant.ofEpochMilli((long) (epochSeconds.asDouble() * 1000)) : null;
    }

    /** Sampling targets of this client, and the time when a rule was last changed. */
    record Targets(List<SamplingTargetDocument> targets, Instant rulesModified) {}
}
