package com.anycompany.service.spring.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Makes Tomcat receive bodies without threads, bounds its connections, and adds the management connector. */
final class TomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final HttpServerProperties properties;
    private final ManagementConnector management;
    private final ObjectProvider<MeterRegistry> meters;

    TomcatCustomizer(
            HttpServerProperties properties, ManagementConnector management, ObjectProvider<MeterRegistry> meters) {
        this.properties = properties;
        this.management = management;
        this.meters = meters;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        BodyBudget bodies =
                new BodyBudget(properties.body(), properties.admission().retryAfter());
        factory.setProtocol(BufferingHttp11Protocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof BufferingHttp11Protocol protocol) {
                protocol.limit(properties.connections(), bodies);
                if (RequestThreads.areVirtual(properties)) {
                    RequestThreads.makeVirtual(protocol);
                }
                if (properties.tlsTerminated()) {
                    connector.setSecure(true);
                    connector.setScheme("https");
                }
                meters.ifAvailable(registry -> measure(registry, protocol, bodies));
            }
        });
        if (management.isWanted()) {
            factory.addAdditionalConnectors(management.create(
                    factory.getAddress(),
                    new BodyBudget(properties.body(), properties.admission().retryAfter())));
        }
    }

    private static void measure(MeterRegistry registry, BufferingHttp11Protocol protocol, BodyBudget bodies) {
        FunctionCounter.builder("service.connections.refused", protocol, BufferingHttp11Protocol::refusedConnections)
                .register(registry);
        Gauge.builder("service.bodies.buffered", bodies, BodyBudget::reserved)
                .baseUnit("bytes")
                .register(registry);
    }

    /** After Spring Boot's own, which sets the address. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
