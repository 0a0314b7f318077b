package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskDecorator;

/** Auto-configuration that propagates the trace to the threads of Spring Boot's executors, besides other decorators. */
@AutoConfiguration(after = XRayAutoConfiguration.class, before = TaskExecutionAutoConfiguration.class)
@ConditionalOnBean(Tracing.class)
public final class XRayTaskAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "xrayTaskDecorator")
    TaskDecorator xrayTaskDecorator(AWSXRayRecorder recorder) {
        return task -> TraceContext.current(recorder).wrap(task);
    }
}
