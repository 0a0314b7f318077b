package com.anycompany.xray.local.testcontainers;

import com.anycompany.xray.local.junit.ReceivedTraces;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * X-Ray Local as a container. It receives segments by UDP and TCP as the X-Ray daemon does, and spans and log records by OTLP, over HTTP
 * and gRPC. Docker chooses the ports on this machine; UDP and TCP have different ones.
 *
 * <pre>
 * &#64;Testcontainers
 * &#64;SpringBootTest
 * class CheckoutTests {
 *
 *     &#64;Container
 *     &#64;ServiceConnection
 *     static XRayLocalContainer xray = new XRayLocalContainer();
 *
 *     &#64;Test
 *     void checkout_isTraced() {
 *         ...
 *         assertThat(xray.received().awaitTrace(traceId)).isComplete();
 *     }
 * }
 * </pre>
 */
public class XRayLocalContainer extends GenericContainer<XRayLocalContainer> {

    /** The image that {@code ./shop images xray-local} builds, without its tag. */
    public static final String IMAGE = "anycompany-shop/xray-local";

    /** The port of everything, UDP and TCP, within the container. */
    public static final int PORT = 2000;

    private static final String DEFAULT_TAG = "0.1.0";
    private static final String ALLOWED_HOSTS = "XRAY_ALLOWED_HOSTS";
    private static final ExposedPort SEGMENTS = ExposedPort.udp(PORT);
    private static final Duration STARTING = Duration.ofSeconds(60);

    public XRayLocalContainer() {
        this(DockerImageName.parse(IMAGE).withTag(DEFAULT_TAG));
    }

    /** @param image one of X-Ray Local, such as {@code registry.example.com/anycompany-shop/xray-local:0.1.0} */
    public XRayLocalContainer(DockerImageName image) {
        super(image);
        addExposedPort(PORT);
        withEnv(Map.of("XRAY_BIND", "0.0.0.0"));
        waitingFor(Wait.forHttp("/actuator/health").forPort(PORT).withStartupTimeout(STARTING));
        // The image needs nothing else that it can write to.
        withTmpFs(Map.of("/tmp", "rw"));
        withCreateContainerCmdModifier(create -> {
            create.getHostConfig().withReadonlyRootfs(true);
            ExposedPort[] exposed = create.getExposedPorts();
            List<ExposedPort> ports = new ArrayList<>(exposed == null ? List.of() : Arrays.asList(exposed));
            ports.add(SEGMENTS);
            create.withExposedPorts(ports);
            Ports bindings = create.getHostConfig().getPortBindings();
            Ports all = bindings == null ? new Ports() : bindings;
            all.add(new PortBinding(Ports.Binding.empty(), SEGMENTS));
            create.getHostConfig().withPortBindings(all);
        });
    }

    /** It may be called by the names that it has in its Docker network, and by the one that this machine calls it by. */
    @Override
    protected void configure() {
        Set<String> names = new LinkedHashSet<>(getNetworkAliases());
        names.add(getHost());
        String others = getEnvMap().get(ALLOWED_HOSTS);
        if (others != null) {
            names.addAll(List.of(others.split(",")));
        }
        addEnv(ALLOWED_HOSTS, String.join(",", names));
    }

    /** {@code tcp:host:port udp:host:port}: what {@code AWS_XRAY_DAEMON_ADDRESS} and {@code xray.daemon-address} want. */
    public String getDaemonAddress() {
        return "tcp:%1$s:%2$d udp:%1$s:%3$d".formatted(getHost(), getMappedPort(PORT), mappedUdpPort());
    }

    /** {@code http://host:port}: the endpoint of AWS clients, of OTLP over gRPC, and the console's address. */
    public URI getEndpoint() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }

    /** {@code http://host:port/v1/traces}: where OpenTelemetry's exporters send spans, by HTTP. */
    public URI getOtlpTracesEndpoint() {
        return getEndpoint().resolve("/v1/traces");
    }

    /** {@code http://host:port/v1/logs}: where they send log records, by HTTP. */
    public URI getOtlpLogsEndpoint() {
        return getEndpoint().resolve("/v1/logs");
    }

    /** What has arrived, with the assertions of {@code @XRayLocalTest}. */
    public ReceivedTraces received() {
        return ReceivedTraces.at(getEndpoint());
    }

    private int mappedUdpPort() {
        Ports.Binding[] bindings =
                getContainerInfo().getNetworkSettings().getPorts().getBindings().get(SEGMENTS);
        if (bindings == null || bindings.length == 0) {
            throw new IllegalStateException("Docker has published no UDP port for " + getDockerImageName());
        }
        return Integer.parseInt(bindings[0].getHostPortSpec());
    }
}
