package com.anycompany.xray.local.testcontainers;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Auto-configuration of the properties {@code xray.daemon-address} and {@code AWS_XRAY_DAEMON_ADDRESS}, by which the program under
 * test finds the container. Properties serve any program, whatever it sends its segments with.
 */
@AutoConfiguration
public final class XRayLocalContainerAutoConfiguration {

    /** A post-processor, because the X-Ray starter asks for the address before ordinary beans are made. */
    @Bean
    static BeanFactoryPostProcessor xrayLocalDaemonAddress(ConfigurableEnvironment environment) {
        return beans -> environment
                .getPropertySources()
                .addFirst(new DaemonAddress(beans.getBeanProvider(XRayLocalConnectionDetails.class)));
    }

    /** Looks for the container when the address is asked for: it runs then. */
    private static final class DaemonAddress extends PropertySource<ObjectProvider<XRayLocalConnectionDetails>> {

        private static final Set<String> NAMES = Set.of("xray.daemon-address", "AWS_XRAY_DAEMON_ADDRESS");

        DaemonAddress(ObjectProvider<XRayLocalConnectionDetails> details) {
            super("xrayLocalContainer", details);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            XRayLocalConnectionDetails details =
                    NAMES.contains(name) ? getSource().getIfAvailable() : null;
            return details == null ? null : details.getDaemonAddress();
        }
    }
}
