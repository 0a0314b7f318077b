package com.anycompany.service.spring.server;

import org.apache.coyote.ProtocolHandler;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Threads on which requests and the tasks of Spring Boot's executor are worked on: virtual ones on JDK 24 and newer, platform
 * threads on older ones. Decided when the application starts: Spring Boot's {@code spring.threads.virtual.enabled} is a
 * condition of its beans, and would be decided by ahead-of-time processing on the JDK that builds the application
 * (docs/adr/060-virtual-threads.md).
 */
final class RequestThreads {

    /** The first JDK in which a virtual thread that waits in a monitor doesn't hold its carrier thread. */
    private static final int FIRST_JDK = 24;

    private RequestThreads() {}

    static boolean areVirtual(HttpServerProperties properties) {
        return properties.virtualThreads() && Runtime.version().feature() >= FIRST_JDK;
    }

    /** Gives the protocol virtual threads, unless the application has given it some; must be called before it starts. */
    static void makeVirtual(ProtocolHandler protocol) {
        if (protocol.getExecutor() == null) {
            protocol.setExecutor(new VirtualThreadTaskExecutor("http-"));
        }
    }

    /** Gives the executor virtual threads; its bounds stay. */
    static void makeVirtual(ThreadPoolTaskExecutor executor) {
        executor.setThreadFactory(
                new VirtualThreadTaskExecutor(executor.getThreadNamePrefix()).getVirtualThreadFactory());
    }
}
