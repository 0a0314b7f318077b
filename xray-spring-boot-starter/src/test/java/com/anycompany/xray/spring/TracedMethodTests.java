package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What annotated methods say about themselves, and what is logged meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class TracedMethodTests extends TracedService {

    @Test
    void annotatedMethod_isSubsegmentOfThatName() {
        JsonNode quote = served("/work/ok").at("/subsegments/0");

        assertThat(quote.path("name").asText()).isEqualTo("quote");
        assertThat(quote.at("/metadata/ClassInfo/Class").asText()).isEqualTo("Prices");
        assertThat(quote.at("/subsegments/0/name").asText())
                .as("a method of an annotated class")
                .isEqualTo("today");
    }

    @Test
    void handledException_isFaultOfTheSubsegmentOnly() {
        JsonNode segment = served("/work/handled");

        assertThat(flags(segment)).isEqualTo("ok");
        assertThat(segment.has("cause")).isFalse();
        assertThat(flags(segment.at("/subsegments/0"))).isEqualTo("fault");
    }

    @Test
    void escapingException_isDescribedWhereItWasThrownAndReferredToAbove() {
        JsonNode segment = served("/work/boom");

        JsonNode caller = segment.at("/subsegments/0");
        JsonNode thrower = caller.at("/subsegments/0");
        String id = thrower.at("/cause/exceptions/0/id").asText();
        assertThat(thrower.at("/cause/exceptions/0/message").asText()).isEqualTo("no discounts");
        assertThat(id).hasSize(16);
        assertThat(caller.path("cause").asText()).isEqualTo(id);
        assertThat(segment.path("cause").asText()).isEqualTo(id);
        assertThat(flags(segment)).isEqualTo("fault");
    }

    @Test
    void exceptionAnsweredAsClientError_isErrorAllTheWay() {
        JsonNode segment = served("/work/declined");

        assertThat(flags(segment)).isEqualTo("error");
        assertThat(flags(segment.at("/subsegments/0"))).isEqualTo("error");
        assertThat(segment.at("/subsegments/0/cause/exceptions")).hasSize(1);
    }

    @Test
    void logLines_haveTheTraceIdOnEveryThread(CapturedOutput output) {
        String traceId = served("/work/logs").path("trace_id").asText();

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("on the request's thread") || line.contains("on a worker"))
                .hasSize(2)
                .allMatch(line -> line.contains("[" + traceId + "]"));
    }
}
