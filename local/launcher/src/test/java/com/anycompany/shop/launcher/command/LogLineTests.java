package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogLineTests {

    @Test
    void line_hasTimeSeverityServiceAndText() {
        LogLine line = LogLine.of(JsonClient.read("""
            {"time": 1764590400.500000001, "severity": "WARN", "severityNumber": 13, "body": "cart 7 is empty",
             "service": "cartservice"}\
            """));
        assertThat(line.text(ZoneOffset.UTC)).isEqualTo("  12:00:00.500 WARN  cartservice            cart 7 is empty");
    }

    @Test
    void bodyThatIsNoText_isJson() {
        LogLine line = LogLine.of(JsonClient.read("{\"time\": 0, \"body\": {\"items\": 2}}"));
        assertThat(line.text(ZoneOffset.UTC)).isEqualTo("  00:00:00.000       -                      {\"items\":2}");
    }
}
