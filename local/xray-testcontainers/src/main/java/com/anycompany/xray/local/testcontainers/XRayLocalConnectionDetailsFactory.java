package com.anycompany.xray.local.testcontainers;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/** The daemon's address of an {@link XRayLocalContainer} with {@code @ServiceConnection}. */
final class XRayLocalConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<XRayLocalContainer, XRayLocalConnectionDetails> {

    @Override
    protected XRayLocalConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<XRayLocalContainer> source) {
        return new DaemonDetails(source);
    }

    /** Asks the container when the address is needed: it runs then. */
    private static final class DaemonDetails extends ContainerConnectionDetails<XRayLocalContainer>
            implements XRayLocalConnectionDetails {

        DaemonDetails(ContainerConnectionSource<XRayLocalContainer> source) {
            super(source);
        }

        @Override
        public String getDaemonAddress() {
            return getContainer().getDaemonAddress();
        }
    }
}
