package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.strategy.sampling.AllSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.NoSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.SamplingRequest;
import com.amazonaws.xray.strategy.sampling.SamplingResponse;
import com.amazonaws.xray.strategy.sampling.SamplingStrategy;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides on sampling, and how soon. */
class CentralSamplingTests {

    private static final String KEEP_NONE = rule("Default", 10000, 0, "*");
    private static final String KEEP_ALL = rule("Default", 10000, 1, "*");

    private final Time time = new Time();
    private final List<String> asked = new ArrayList<>();
    private String rules = KEEP_NONE;
    private String targets = "{\"SamplingTargetDocuments\":[],\"LastRuleModification\":0}";
    private int status = 200;
    private HttpServer daemon;

    @BeforeEach
    void startDaemon() throws IOException {
        daemon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        daemon.createContext(
                "/GetSamplingRules",
                exchange -> answer(exchange, "{\"NextToken\":null,\"SamplingRuleRecords\":[" + rules + "]}"));
        daemon.createContext("/SamplingTargets", exchange -> answer(exchange, targets));
        daemon.start();
    }

    @AfterEach
    void stopDaemon() {
        daemon.stop(0);
    }

    @Test
    void untilRulesAreThere_theFallbackDecides() {
        assertThat(sampling(new AllSamplingStrategy()).shouldTrace(request("/")).isSampled())
                .isTrue();
    }

    @Test
    void fetchedRules_decide() {
        CentralSampling sampling = sampling(new AllSamplingStrategy());
        sampling.poll();

        assertThat(sampling.shouldTrace(request("/")).isSampled()).isFalse();
    }

    @Test
    void matchingRule_isNamed() {
        rules = rule("checkout", 5, 1, "/checkout") + "," + KEEP_NONE;
        CentralSampling sampling = sampling(new NoSamplingStrategy());
        sampling.poll();

        SamplingResponse decision = sampling.shouldTrace(request("/checkout"));
        assertThat(decision.isSampled()).isTrue();
        assertThat(decision.getRuleName()).contains("checkout");
        assertThat(sampling.shouldTrace(request("/")).isSampled()).isFalse();
    }

    @Test
    void daemonThatComesLate_isFoundAtTheNextPoll() {
        status = 503;
        CentralSampling sampling = sampling(new NoSamplingStrategy());
        sampling.poll();
        assertThat(sampling.shouldTrace(request("/")).isSampled()).isFalse();

        status = 200;
        rules = KEEP_ALL;
        sampling.poll();
        assertThat(sampling.shouldTrace(request("/")).isSampled()).isTrue();
    }

    @Test
    void changedRules_areFetchedAsSoonAsTheTargetsTell() {
        CentralSampling sampling = sampling(new AllSamplingStrategy());
        sampling.poll();
        sampling.shouldTrace(request("/"));

        rules = rule("checkout", 5, 1, "/checkout") + "," + rule("slow", 6, 1, "/slow") + "," + KEEP_NONE;
        time.advance(Duration.ofSeconds(10));
        targets = "{\"SamplingTargetDocuments\":[{\"RuleName\":\"Default\",\"FixedRate\":0.0,\"Interval\":null,"
                + "\"ReservoirQuota\":null,\"ReservoirQuotaTTL\":null}],\"LastRuleModification\":"
                + time.instant().getEpochSecond() + "}";
        sampling.poll();

        assertThat(asked).last().asString().contains("GetSamplingRules");
        assertThat(sampling.shouldTrace(request("/checkout")).getRuleName()).contains("checkout");
        assertThat(sampling.shouldTrace(request("/slow")).getRuleName()).contains("slow");
    }

    @Test
    void withoutTraffic_onlyRulesArePolled() {
        CentralSampling sampling = sampling(new AllSamplingStrategy());
        sampling.poll();
        time.advance(Duration.ofSeconds(60));
        sampling.poll();
        time.advance(Duration.ofSeconds(300));
        sampling.poll();

        assertThat(asked).containsExactly("/GetSamplingRules", "/GetSamplingRules");
    }

    private CentralSampling sampling(SamplingStrategy fallback) {
        URI endpoint = URI.create("http://127.0.0.1:" + daemon.getAddress().getPort());
        return new CentralSampling(new SamplingClient(endpoint), fallback, time);
    }

    private static SamplingRequest request(String path) {
        return new SamplingRequest("shop", "localhost", path, "GET", "");
    }

    private static String rule(String name, int priority, double rate, String path) {
        return ("{\"SamplingRule\":{\"RuleName\":\"%s\",\"Priority\":%d,\"FixedRate\":%s,\"ReservoirSize\":0,"
                        + "\"ServiceName\":\"*\",\"ServiceType\":\"*\",\"Host\":\"*\",\"HTTPMethod\":\"*\",\"URLPath\":\"%s\","
                        + "\"ResourceARN\":\"*\",\"Version\":1,\"Attributes\":{}},\"CreatedAt\":0.0,\"ModifiedAt\":0.0}")
                .formatted(name, priority, rate, path);
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A clock that a test moves. */
    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-11-23T10:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
