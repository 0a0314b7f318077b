package com.anycompany.xray.local.testcontainers;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.Transport;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/** The OTLP endpoint for log records of an {@link XRayLocalContainer} with {@code @ServiceConnection}. */
final class XRayLocalLogConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<XRayLocalContainer, OtlpLoggingConnectionDetails> {

    XRayLocalLogConnectionDetailsFactory() {
        super(
                ANY_CONNECTION_NAME,
                "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration");
    }

    @Override
    protected OtlpLoggingConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<XRayLocalContainer> source) {
        return new LogDetails(source);
    }

    /** Asks the container when the address is needed: it runs then. */
    private static final class LogDetails extends ContainerConnectionDetails<XRayLocalContainer>
            implements OtlpLoggingConnectionDetails {

        LogDetails(ContainerConnectionSource<XRayLocalContainer> source) {
            super(source);
        }

        /** One port takes both; the path is HTTP's. */
        @Override
        public String getUrl(Transport transport) {
            XRayLocalContainer container = getContainer();
            return (transport == Transport.GRPC ? container.getEndpoint() : container.getOtlpLogsEndpoint()).toString();
        }

        @Override
        public @Nullable SslBundle getSslBundle() {
            return super.getSslBundle();
        }
    }
}
