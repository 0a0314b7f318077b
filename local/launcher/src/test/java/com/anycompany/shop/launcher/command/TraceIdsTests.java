package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdsTests {

    private static final String ID = "1-6b0dd6ce-a18009e51eb0e8653c5aef9d";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                " 1-6B0DD6CE-A18009E51EB0E8653C5AEF9D ",
                ID + "@53995c3f42cd8ad8",
                "6b0dd6cea18009e51eb0e8653c5aef9d",
                "trace_id=6b0dd6cea18009e51eb0e8653c5aef9d",
                "Root=" + ID + ";Parent=53995c3f42cd8ad8;Sampled=1",
                "X-Amzn-Trace-Id: Self=1-11111111-111111111111111111111111;Root=" + ID,
                "Self=" + ID,
                "traceparent: 00-6b0dd6cea18009e51eb0e8653c5aef9d-53995c3f42cd8ad8-01",
                "http://localhost:2000/#/traces/" + ID + "?span=53995c3f42cd8ad8",
                "https://console.aws.amazon.com/xray/home?region=us-east-1#/traces/" + ID + "/raw",
                "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#xray:traces/" + ID
                        + "?~(query~())"
            })
    void traceId_isFoundInEveryForm(String text) {
        assertThat(TraceIds.find(text)).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/products/1",
                "http://localhost:8080/orders/" + ID,
                "http://localhost:8080/?q=Root=" + ID + ";",
                "1-6b0dd6ce-a18009e51eb0e8653c5aef9",
                "00000000000000000000000000000000"
            })
    void anythingElse_isNoTraceId(String text) {
        assertThat(TraceIds.find(text)).isEmpty();
    }
}
