package com.anycompany.xray.local.testcontainers;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/** The OTLP endpoint for spans of an {@link XRayLocalContainer} with {@code @ServiceConnection}. */
final class XRayLocalOtlpConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<XRayLocalContainer, OtlpTracingConnectionDetails> {

    XRayLocalOtlpConnectionDetailsFactory() {
        super(
                ANY_CONNECTION_NAME,
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration");
    }

    @Override
    protected OtlpTracingConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<XRayLocalContainer> source) {
        return new SpanDetails(source);
    }

    /** Asks the container when the address is needed: it runs then. */
    private static final class SpanDetails extends ContainerConnectionDetails<XRayLocalContainer>
            implements OtlpTracingConnectionDetails {

        SpanDetails(ContainerConnectionSource<XRayLocalContainer> source) {
            super(source);
        }

        /** One port takes both; the path is HTTP's. */
        @Override
        public String getUrl(Transport transport) {
            XRayLocalContainer container = getContainer();
            return (transport == Transport.GRPC ? container.getEndpoint() : container.getOtlpTracesEndpoint())
                    .toString();
        }

        @Override
        public @Nullable SslBundle getSslBundle() {
            return super.getSslBundle();
        }
    }
}
