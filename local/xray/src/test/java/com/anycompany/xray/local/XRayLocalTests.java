package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class XRayLocalTests {

    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void portInUse_isOneLineWithTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run(Map.of("XRAY_PORT", Integer.toString(taken.getLocalPort()))))
                    .isOne();
        }
        assertThat(error.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("\n")
                .contains("is in use", "--port");
    }

    @Test
    void wrongSetting_isNamed() {
        assertThat(run(Map.of("XRAY_STORE_MAX_BYTES", "much"))).isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("xray.store.max-bytes", "much");
        assertThat(run(Map.of("XRAY_STORE_MAX_BYTES", "900000GB"))).isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("-Xmx");
        assertThat(run(Map.of("XRAY_STORE_RETENTION", "a day"))).isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("xray.store.retention");
    }

    @Test
    void wrongAddress_isNamed() {
        assertThat(run(Map.of("XRAY_BIND", "[no address]"))).isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("xray.bind", "[no address]", "[::1]");
    }

    @Test
    void flag_goesBeforeProperty_andPropertyBeforeVariable() {
        Settings settings = new Settings(Map.of("XRAY_PORT", "1")::get, Map.of("xray.port", "2")::get);
        assertThat(settings.getNumber("3", "xray.port", 4)).isEqualTo(3);
        assertThat(settings.getNumber(null, "xray.port", 4)).isEqualTo(2);
        assertThat(new Settings(Map.of("XRAY_PORT", "1")::get, name -> null).getNumber(null, "xray.port", 4))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "4194304,4194304",
        "512k,524288",
        "96MB,100663296",
        "1 GiB,1073741824",
        "999999999999G,9223372035781033984"
    })
    void size_mayHaveAUnit(String text, long bytes) {
        assertThat(new Settings(name -> null, name -> null).getBytes(text, "xray.store.max-bytes", 1))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5G", "MB", "96 MBytes", "1T"})
    void sizeThatIsNone_isRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> new Settings(name -> null, name -> null).getBytes(text, "xray.store.max-bytes", 1))
                .hasMessageContaining("xray.store.max-bytes")
                .hasMessageContaining("256MB");
    }

    private int run(Map<String, String> environment) {
        PrintStream before = System.err;
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        try {
            return new CommandLine(new XRayLocal(new Settings(environment::get, name -> null))).execute();
        } finally {
            System.setErr(before);
        }
    }
}
