package com.anycompany.shop.frontend;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.boot.task.SimpleAsyncTaskExecutorCustomizer;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Threads of the calls that a request makes: virtual ones on a JDK that has them, as those of the requests, otherwise a pool. It is
 * decided when the process starts; Spring Boot's own switch is a condition, which would be decided when the beans are prepared
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
    AsyncTaskExecutor applicationTaskExecutor(
            ThreadPoolTaskExecutorBuilder pool,
            SimpleAsyncTaskExecutorBuilder simple,
            @Value("${service.server.virtual-threads:true}") boolean wanted) {
        return wanted && areVirtual()
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
