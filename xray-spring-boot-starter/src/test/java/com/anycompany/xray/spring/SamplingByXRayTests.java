package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.strategy.sampling.NoSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.SamplingRequest;
import com.amazonaws.xray.strategy.sampling.SamplingResponse;
import com.anycompany.xray.local.junit.LocalXRay;
import com.anycompany.xray.local.junit.XRayLocalTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Central sampling in the protocol as X-Ray speaks it, where {@link CentralSamplingTests} writes the answers itself. */
@XRayLocalTest
class SamplingByXRayTests {

    private static void ask(LocalXRay xray, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(xray.endpoint().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static SamplingResponse decision(CentralSampling sampling, String path) {
        return sampling.shouldTrace(new SamplingRequest("shop", "localhost", path, "GET", ""));
    }

    @Test
    void rulesOfXRay_decide_andAChangeIsSeenWithTheNextTargets(LocalXRay xray) throws Exception {
        Clock now = Clock.systemUTC();
        Clock soon = Clock.offset(now, Duration.ofSeconds(11));
        MovedClock clock = new MovedClock(now);
        CentralSampling sampling =
                new CentralSampling(new SamplingClient(xray.endpoint()), new NoSamplingStrategy(), clock);
        sampling.poll();
        assertThat(decision(sampling, "/").isSampled()).isTrue();

        ask(
                xray,
                "/CreateSamplingRule",
                "{\"SamplingRule\":{\"RuleName\":\"noise\",\"ResourceARN\":\"*\",\"Priority\":5,\"FixedRate\":0,"
                        + "\"ReservoirSize\":0,\"ServiceName\":\"*\",\"ServiceType\":\"*\",\"Host\":\"*\","
                        + "\"HTTPMethod\":\"GET\",\"URLPath\":\"/noise*\",\"Version\":1}}");
        clock.move(soon);
        sampling.poll();

        assertThat(decision(sampling, "/noise/1").isSampled()).isFalse();
        assertThat(decision(sampling, "/noise/1").getRuleName()).contains("noise");
        assertThat(decision(sampling, "/").isSampled()).isTrue();
    }

    /** Reads one clock, and then another. */
    private static final class MovedClock extends Clock {
        private Clock current;

        MovedClock(Clock current) {
            this.current = current;
        }

        void move(Clock other) {
            current = other;
        }

        @Override
        public java.time.Instant instant() {
            return current.instant();
        }

        @Override
        public java.time.ZoneId getZone() {
            return current.getZone();
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
