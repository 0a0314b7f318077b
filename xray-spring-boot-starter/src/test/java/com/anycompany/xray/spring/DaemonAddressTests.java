package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.config.DaemonConfiguration;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** AWS_XRAY_DAEMON_ADDRESS, as the X-Ray Developer Guide documents it ("Configuring the X-Ray SDK for Java"). */
@ExtendWith(OutputCaptureExtension.class)
class DaemonAddressTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(XRayAutoConfiguration.class))
            .withPropertyValues("xray.sampling.central=true");

    private static String warnings(CapturedOutput output) {
        return String.join(
                "\n",
                output.getOut().lines().filter(line -> line.contains("WARN")).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:2000, 127.0.0.1:2000, http://127.0.0.1:2000",
        "xray-service.default:2001, xray-service.default:2001, http://xray-service.default:2001",
        "xray_local:2000, xray_local:2000, http://xray_local:2000",
        "[::1]:2000, [::1]:2000, http://[::1]:2000",
        "[fd00::1]:2001, [fd00::1]:2001, http://[fd00::1]:2001",
        "[10.0.0.1]:2000, 10.0.0.1:2000, http://10.0.0.1:2000",
        "tcp:10.0.0.1:2001 udp:10.0.0.2:2002, 10.0.0.2:2002, http://10.0.0.1:2001",
        "udp:10.0.0.2:2002 tcp:10.0.0.1:2001, 10.0.0.2:2002, http://10.0.0.1:2001",
        "tcp:[::1]:2001  udp:[fd00::2]:2002, [fd00::2]:2002, http://[::1]:2001"
    })
    void documentedForms_andIPv6InBrackets_areUsed(String value, String udp, String tcp, CapturedOutput output) {
        service.withPropertyValues("AWS_XRAY_DAEMON_ADDRESS=" + value).run(context -> {
            DaemonConfiguration daemon = context.getBean(DaemonConfiguration.class);
            assertThat(daemon.getUDPAddress()).isEqualTo(udp);
            assertThat(daemon.getEndpointForTCPConnection()).isEqualTo(tcp);
            assertThat(context).hasSingleBean(AWSXRayRecorder.class);
        });
        assertThat(warnings(output)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1:2001\n", "  10.0.0.1:2001", "\t10.0.0.1:2001 \r\n"})
    void blanks_areStripped(String value, CapturedOutput output) {
        service.withInitializer(context ->
                        context.getEnvironment().getSystemProperties().put("AWS_XRAY_DAEMON_ADDRESS", value))
                .run(context -> assertThat(
                                context.getBean(DaemonConfiguration.class).getUDPAddress())
                        .isEqualTo("10.0.0.1:2001"));
        System.clearProperty("AWS_XRAY_DAEMON_ADDRESS");
        assertThat(warnings(output)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:abc",
                "127.0.0.1:0",
                "127.0.0.1:70000",
                "127.0.0.1:99999999999",
                "xray-service.default",
                "fd00::1:2000",
                "[fd00::1]",
                "[nonsense]:2000",
                "[::1:2000",
                "http://127.0.0.1:2000",
                ":2000",
                "udp:127.0.0.1:2000",
                "udp:127.0.0.1:2000 udp:127.0.0.1:2001",
                "tcp:127.0.0.1 udp:127.0.0.1:2001",
                "127.0.0.1:2000 127.0.0.1:2001",
                "a:1 b:2 c:3",
                "$(HOST_IP):2000"
            })
    void unreadableValue_neverStopsAService_andIsNamedOnce(String value, CapturedOutput output) {
        service.withPropertyValues("AWS_XRAY_DAEMON_ADDRESS=" + value).run(context -> {
            DaemonConfiguration daemon = context.getBean(DaemonConfiguration.class);
            assertThat(daemon.getUDPAddress()).isEqualTo("127.0.0.1:2000");
            assertThat(daemon.getEndpointForTCPConnection()).isEqualTo("http://127.0.0.1:2000");
            assertThat(context).hasSingleBean(AWSXRayRecorder.class);
        });
        assertThat(warnings(output).lines())
                .singleElement()
                .asString()
                .contains("AWS_XRAY_DAEMON_ADDRESS=" + value + " is not host:port", "using 127.0.0.1:2000");
    }

    @Test
    void unreadableVariable_givesWayToTheProperty(CapturedOutput output) {
        service.withPropertyValues("AWS_XRAY_DAEMON_ADDRESS=nonsense", "xray.daemon-address=10.0.0.1:2001")
                .run(context -> assertThat(
                                context.getBean(DaemonConfiguration.class).getUDPAddress())
                        .isEqualTo("10.0.0.1:2001"));
        assertThat(warnings(output).lines())
                .singleElement()
                .asString()
                .contains("AWS_XRAY_DAEMON_ADDRESS=nonsense", "using 10.0.0.1:2001");
    }

    @Test
    void variable_goesBeforeTheProperty_andWithoutBothItIsTheDefault() {
        service.withPropertyValues("AWS_XRAY_DAEMON_ADDRESS=10.0.0.2:2002", "xray.daemon-address=10.0.0.1:2001")
                .run(context -> assertThat(
                                context.getBean(DaemonConfiguration.class).getUDPAddress())
                        .isEqualTo("10.0.0.2:2002"));
        service.run(
                context -> assertThat(context.getBean(DaemonConfiguration.class).getUDPAddress())
                        .isEqualTo(DaemonAddress.DEFAULT));
    }

    @Test
    void segments_areSentByIPv6() throws Exception {
        try (DatagramSocket daemon = ipv6Socket()) {
            assumeTrue(daemon != null, "no IPv6 on this machine");
            daemon.setSoTimeout(5000);
            service.withPropertyValues("AWS_XRAY_DAEMON_ADDRESS=[::1]:" + daemon.getLocalPort())
                    .run(context -> {
                        AWSXRayRecorder recorder = context.getBean(AWSXRayRecorder.class);
                        recorder.beginSegment("by-ipv6").setSampled(true);
                        recorder.endSegment();
                    });
            DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
            daemon.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .contains("\"by-ipv6\"");
        }
    }

    private static DatagramSocket ipv6Socket() throws Exception {
        try {
            InetAddress loopback = Inet6Address.getByName("::1");
            return new DatagramSocket(0, loopback);
        } catch (SocketException e) {
            return null;
        }
    }
}
