package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.strategy.sampling.AllSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.NoSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.SamplingRequest;
import com.amazonaws.xray.strategy.sampling.SamplingStrategy;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What the auto-configurations supply, and when they step aside. */
class XRayAutoConfigurationTests {

    private static final AutoConfigurations STARTER = AutoConfigurations.of(
            XRayAutoConfiguration.class,
            XRayMethodAutoConfiguration.class,
            XRayMetricsAutoConfiguration.class,
            XRayRestClientAutoConfiguration.class,
            XRayServletAutoConfiguration.class,
            XRayTaskAutoConfiguration.class,
            RestClientAutoConfiguration.class,
            TaskExecutionAutoConfiguration.class);

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(STARTER)
            .withPropertyValues("xray.sampling.central=false");

    private final ApplicationContextRunner plain =
            new ApplicationContextRunner().withConfiguration(STARTER).withPropertyValues("xray.sampling.central=false");

    @Test
    void suppliesAllThatTracesRequests() {
        web.run(context -> {
            assertThat(context).hasSingleBean(AWSXRayRecorder.class);
            assertThat(context).hasSingleBean(TaskDecorator.class);
            assertThat(context).hasSingleBean(Advisor.class);
            assertThat(context).hasSingleBean(HandlerExceptionResolver.class);
            assertThat(context.getBean("xrayFilter", FilterRegistrationBean.class)
                            .getOrder())
                    .isEqualTo(Ordered.HIGHEST_PRECEDENCE + 1);
            assertThat(AWSXRay.getGlobalRecorder()).isSameAs(context.getBean(AWSXRayRecorder.class));
        });
    }

    @Test
    void enabledFalse_suppliesNothing() {
        web.withPropertyValues("xray.enabled=false").run(context -> {
            assertThat(context).doesNotHaveBean(AWSXRayRecorder.class);
            assertThat(context).doesNotHaveBean(FilterRegistrationBean.class);
            assertThat(context).doesNotHaveBean(RestClientCustomizer.class);
            assertThat(context).doesNotHaveBean(TaskDecorator.class);
            assertThat(context).doesNotHaveBean(Advisor.class);
        });
    }

    @Test
    void documentsAreCounted_whereThereAreMetrics() {
        plain.run(context -> {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            context.getBean(MeterBinder.class).bindTo(meters);
            assertThat(meters.get("xray.documents.sent").functionCounter().count())
                    .isZero();
            assertThat(meters.get("xray.documents.dropped")
                            .tag("reason", "queue_full")
                            .functionCounter()
                            .count())
                    .isZero();
        });
        plain.withClassLoader(new FilteredClassLoader(MeterBinder.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("xrayDocumentMetrics"));
    }

    @Test
    void emitterOfTheApplication_takesThePlaceOfOurs() {
        plain.withBean(Emitter.class, XRayAutoConfigurationTests::emitter)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(DocumentEmitter.class)
                        .doesNotHaveBean(MeterBinder.class));
    }

    @Test
    void queueThatHoldsNoDocument_isRefused() {
        plain.withPropertyValues("xray.max-queued=1KB")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(
                                "xray.max-queued is 1024B; set it to 64KB, the largest document, or more"));
    }

    @Test
    void openTelemetryAsBackend_takesThePlaceOfTheXRaySdk() {
        TraceBackend before = CurrentTrace.backend();
        try {
            web.withConfiguration(AutoConfigurations.of(OpenTelemetryAutoConfiguration.class))
                    .withPropertyValues("xray.backend=opentelemetry")
                    .run(context -> {
                        assertThat(context).hasSingleBean(OpenTelemetryBackend.class);
                        assertThat(context).hasSingleBean(TaskDecorator.class);
                        assertThat(context).hasSingleBean(Advisor.class);
                        assertThat(context).hasSingleBean(HandlerExceptionResolver.class);
                        assertThat(context.getBean("xrayFilter", FilterRegistrationBean.class)
                                        .getOrder())
                                .isEqualTo(Ordered.HIGHEST_PRECEDENCE + 1);
                        assertThat(context).doesNotHaveBean(AWSXRayRecorder.class);
                        assertThat(context).doesNotHaveBean(RestClientCustomizer.class);
                        assertThat(CurrentTrace.backend()).isInstanceOf(OpenTelemetryBackend.class);
                    });
        } finally {
            CurrentTrace.use(before);
        }
    }

    @Test
    void xraySdkAsBackend_leavesOpenTelemetryAlone() {
        web.withConfiguration(AutoConfigurations.of(OpenTelemetryAutoConfiguration.class))
                .run(context ->
                        assertThat(context).hasSingleBean(Tracing.class).doesNotHaveBean(OpenTelemetryBackend.class));
    }

    @Test
    void noWebApplication_getsNoFilter() {
        plain.run(context -> {
            assertThat(context).hasSingleBean(AWSXRayRecorder.class);
            assertThat(context).doesNotHaveBean(FilterRegistrationBean.class);
        });
    }

    @Test
    void noRestClient_getsNoCustomizer() {
        plain.withClassLoader(new FilteredClassLoader(RestClient.class, RestClientCustomizer.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RestClientCustomizer.class));
    }

    @Test
    void noServlets_getsNoFilter() {
        plain.withClassLoader(new FilteredClassLoader("jakarta.servlet", "org.springframework.web"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AWSXRayRecorder.class));
    }

    @Test
    void noAwsSdk_isNoProblem() {
        web.withClassLoader(new FilteredClassLoader("software.amazon.awssdk"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AWSXRayRecorder.class));
    }

    @Test
    void applicationsOwnRecorder_isUsed() {
        web.withUserConfiguration(OwnRecorder.class).run(context -> {
            assertThat(context).hasSingleBean(AWSXRayRecorder.class).hasBean("ownRecorder");
            assertThat(AWSXRay.getGlobalRecorder()).isSameAs(context.getBean("ownRecorder"));
        });
    }

    @Test
    void applicationsOwnSampling_isUsed() {
        web.withUserConfiguration(OwnSampling.class)
                .run(context -> assertThat(
                                context.getBean(AWSXRayRecorder.class).getSamplingStrategy())
                        .isInstanceOf(AllSamplingStrategy.class));
    }

    @Test
    void applicationsOwnDecorator_isComposed() {
        plain.withUserConfiguration(OwnDecorator.class).run(context -> {
            assertThat(context.getBeansOfType(TaskDecorator.class)).hasSize(2);
            AWSXRayRecorder recorder = context.getBean(AWSXRayRecorder.class);
            recorder.beginSegment("request");
            String id = CurrentTrace.id().orElseThrow();
            assertThat(context.getBean(ThreadPoolTaskExecutor.class)
                            .submit(() -> CurrentTrace.id().orElse("none") + OwnDecorator.seen.get())
                            .get())
                    .isEqualTo(id + "decorated");
            recorder.endSegment();
        });
    }

    @Test
    void fallbackRate_isTakenFromTheEnvironment() {
        plain.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME + "-test",
                                Map.of("XRAY_SAMPLING_FALLBACK_RATE", "1"))))
                .run(context -> {
                    assertThat(context.getBean(XRayProperties.class).sampling().fallbackRate())
                            .isEqualTo(1.0);
                    SamplingStrategy sampling = context.getBean(SamplingStrategy.class);
                    for (int i = 0; i < 20; i++) {
                        assertThat(sampling.shouldTrace(new SamplingRequest("a", "b", "/", "GET", null))
                                        .isSampled())
                                .isTrue();
                    }
                });
    }

    @Test
    void wrongFallbackRate_isSaid() {
        plain.withPropertyValues("xray.sampling.fallback-rate=7")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("xray.sampling.fallback-rate is 7.0")
                        .hasStackTraceContaining("from 0 (nothing) to 1 (every request)"));
    }

    @Test
    void samplingThread_neitherHoldsTheJvmNorOutlivesTheContext() {
        plain.withPropertyValues("xray.sampling.central=true", "xray.daemon-address=127.0.0.1:1")
                .run(context -> assertThat(samplingThreads()).isNotEmpty().allMatch(Thread::isDaemon));

        Awaitility.await().until(() -> samplingThreads().isEmpty());
    }

    private static List<Thread> samplingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("xray-sampling"))
                .toList();
    }

    private static Emitter emitter() {
        try {
            return Emitter.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRecorder {
        @Bean
        AWSXRayRecorder ownRecorder() {
            return AWSXRayRecorderBuilder.standard()
                    .withSamplingStrategy(new NoSamplingStrategy())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSampling {
        @Bean
        SamplingStrategy ownSampling() {
            return new AllSamplingStrategy();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDecorator {
        static final ThreadLocal<String> seen = new ThreadLocal<>();

        @Bean
        TaskDecorator ownDecorator() {
            return task -> () -> {
                seen.set("decorated");
                task.run();
            };
        }
    }
}
