package com.anycompany.service.spring.server;

import org.apache.coyote.ProtocolHandler;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Threads on which requests and the tasks of Spring Boot's executor are worked on: virtual ones on JDK 21 and newer, platform threads on older ones. Decided when the
 * application starts: Spring Boot's {@code spring.threads.virtual.enabled} is a condition of its beans, and would be decided by
 * ahead-of-time processing on the JDK that builds the application (docs/adr/058-virtual-threads.md).
 */
final class RequestThreads {

    private static final int FIRST_JAVA_WITH_VIRTUAL_THREADS = 21;

    private RequestThreads() {}

    static boolean areVirtual(HttpServerProperties properties) {
        return properties.virtualThreads() && Runtime.version().feature() >= FIRST_JAVA_WITH_VIRTUAL_THREADS;
    }

    /** Gives the protocol virtual threads; must be called before it starts. */
    static void makeVirtual(ProtocolHandler protocol) {
        protocol.setExecutor(new VirtualThreadTaskExecutor("http-"));
    }

    /** Gives the executor virtual threads; its bounds stay. */
    static void makeVirtual(ThreadPoolTaskExecutor executor) {
        executor.setThreadFactory(
                new VirtualThreadTaskExecutor(executor.getThreadNamePrefix()).getVirtualThreadFactory());
    }
}
