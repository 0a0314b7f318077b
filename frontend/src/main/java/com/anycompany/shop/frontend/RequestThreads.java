package com.anycompany.shop.frontend;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.boot.task.SimpleAsyncTaskExecutorCustomizer;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Threads of requests and of the calls that they make: virtual ones on a JDK that has them, otherwise pools. It is decided when the
 * process starts; Spring Boot's own switch is a condition, which would be decided when the beans are prepared
 * (docs/adr/007-start-up-archives.md, docs/adr/055-fast-storefront.md).
 */
@Configuration(proxyBeanMethods = false)
class RequestThreads {

    /** The first JDK in which a virtual thread that waits in a monitor doesn't hold its carrier thread. */
    private static final int FIRST_JDK = 24;

    static boolean areVirtual() {
        return Runtime.version().feature() >= FIRST_JDK;
    }

    @Bean
    TomcatProtocolHandlerCustomizer<?> requestsOnVirtualThreads() {
        return protocol -> {
            if (areVirtual()) {
                protocol.setExecutor(new VirtualThreadExecutor("request-"));
            }
        };
    }

    @Bean
    AsyncTaskExecutor applicationTaskExecutor(
            ThreadPoolTaskExecutorBuilder pool, SimpleAsyncTaskExecutorBuilder simple) {
        return areVirtual()
                ? simple.threadNamePrefix("call-").virtualThreads(true).build()
                : pool.build();
    }

    /** A page that is being rendered when the process is stopped still makes its calls. */
    @Bean
    ThreadPoolTaskExecutorCustomizer callsDuringShutdown() {
        return executor -> executor.setAcceptTasksAfterContextClose(true);
    }

    /** As the pool, which has no queue. */
    @Bean
    SimpleAsyncTaskExecutorCustomizer refuseCallsAboveTheLimit() {
        return executor -> executor.setRejectTasksWhenLimitReached(true);
    }
}
