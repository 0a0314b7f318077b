package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class TraceLineTests {

    private static final String ID = "1-6b0dd6ce-a18009e51eb0e8653c5aef9d";

    @Test
    void line_hasTookStatusFlagIdAndRequest_noWiderThanTheTerminal() {
        TraceLine line = TraceLine.of(JsonClient.read("""
                {"Id": "%s", "StartTime": 1796000000.5, "Duration": 1.2345, "HasFault": true, "HasError": false,
                 "Http": {"HttpURL": "http://localhost:8080/products?query=%s", "HttpStatus": 503, "HttpMethod": "GET"}}""".formatted(ID, "k".repeat(80))));

        String text = line.text(new Terminal(new PrintWriter(System.out), false, 100));

        assertThat(text).hasSizeLessThanOrEqualTo(100).endsWith("…");
        assertThat(text.strip().split(" +")).containsSubsequence("503", "fault", ID, "GET");
        assertThat(text).containsPattern("\\d\\d:\\d\\d:\\d\\d +1,23[45] ms");
    }

    @Test
    void summaryWithoutStartAndRequest_takesTheTimeOfItsId_andTheNameOfItsEntry() {
        TraceLine line = TraceLine.of(JsonClient.read(
                "{\"Id\": \"" + ID + "\", \"EntryPoint\": {\"Name\": \"orderservice\"}, \"HasThrottle\": true}"));

        assertThat(TraceLine.start(JsonClient.read("{\"Id\": \"" + ID + "\"}"))).isEqualTo(0x6b0dd6ceL);
        assertThat(line.request()).isEqualTo("orderservice");
        assertThat(line.flag()).isEqualTo("throttle");
    }
}
