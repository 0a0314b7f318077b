package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A service without a daemon: it works, and says so once. */
@ExtendWith(OutputCaptureExtension.class)
class DaemonAbsentTests {

    @Test
    void requestsAreServed_andOneLineTellsWhy(CapturedOutput output) {
        try (Backend backend = new Backend();
                ConfigurableApplicationContext service = new SpringApplicationBuilder(TestService.class)
                        .properties(
                                "server.port=0",
                                "xray.daemon-address=127.0.0.1:1",
                                "xray.sampling.fallback-rate=1",
                                "backend.url=" + backend.url())
                        .run()) {
            Browser browser =
                    new Browser(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
            for (int i = 0; i < 3; i++) {
                assertThat(browser.get("/ok").body()).startsWith("1-");
            }
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("X-Ray daemon")))
                .singleElement()
                .asString()
                .contains("INFO", "http://127.0.0.1:1", "the fallback samples until it answers");
        assertThat(output.getAll()).doesNotContain("ERROR", "\tat ");
    }
}
