package com.anycompany.service.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.dynamodb.DynamoDbAutoConfiguration;
import com.anycompany.service.spring.dynamodb.TableDefinition;
import com.anycompany.service.spring.dynamodb.TableInitializer;
import com.anycompany.service.spring.http.HttpClientAutoConfiguration;
import com.anycompany.service.spring.problem.ProblemAutoConfiguration;
import com.anycompany.service.spring.problem.ProblemMapper;
import com.anycompany.service.spring.problem.TraceIdSource;
import com.anycompany.service.spring.time.ClockAutoConfiguration;
import com.anycompany.xray.spring.CurrentTrace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the auto-configurations supply, and when they step aside. */
class ServiceAutoConfigurationTests {

    private static final AutoConfigurations STARTER = AutoConfigurations.of(
            ClockAutoConfiguration.class,
            DynamoDbAutoConfiguration.class,
            HttpClientAutoConfiguration.class,
            ProblemAutoConfiguration.class,
            DispatcherServletAutoConfiguration.class,
            JacksonAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class,
            WebMvcAutoConfiguration.class);

    private final ApplicationContextRunner plain =
            new ApplicationContextRunner().withConfiguration(STARTER).withSystemProperties("aws.region=us-east-1");

    private final WebApplicationContextRunner web =
            new WebApplicationContextRunner().withConfiguration(STARTER).withSystemProperties("aws.region=us-east-1");

    @Test
    void webApplication_getsEverythingButTables() {
        web.run(context -> {
            assertThat(context).hasSingleBean(Clock.class);
            assertThat(context).hasSingleBean(DynamoDbClient.class);
            assertThat(context).hasSingleBean(ClientHttpRequestFactoryBuilderCustomizer.class);
            assertThat(context).hasSingleBean(ResponseEntityExceptionHandler.class);
            assertThat(context).hasSingleBean(ErrorController.class);
            assertThat(context).hasSingleBean(TraceIdSource.class);
            assertThat(context).hasSingleBean(ProblemMapper.class);
            assertThat(context).doesNotHaveBean(TableInitializer.class);
        });
    }

    @Test
    void definedTable_getsAnInitializer() {
        plain.withBean(TableDefinition.class, () -> TableDefinition.of("Notes", table -> {}))
                .run(context -> assertThat(context).hasSingleBean(TableInitializer.class));
    }

    @Test
    void noWebApplication_getsNoProblemResponses() {
        plain.run(context -> assertThat(context).doesNotHaveBean(ResponseEntityExceptionHandler.class));
    }

    @Test
    void problemsDisabled_leavesThemToSpring() {
        web.withPropertyValues("service.problem.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(ResponseEntityExceptionHandler.class));
    }

    @Test
    void noDynamoDb_getsNoClientAndNoMapper() {
        web.withClassLoader(new FilteredClassLoader("software.amazon.awssdk")).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean("dynamoDbClient");
            assertThat(context).doesNotHaveBean(ProblemMapper.class);
            assertThat(context).hasSingleBean(ResponseEntityExceptionHandler.class);
        });
    }

    @Test
    void noHttpClient_getsNoCustomizer() {
        web.withClassLoader(new FilteredClassLoader(
                        JdkClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilderCustomizer.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("httpOneDotOne"));
    }

    @Test
    void noTracing_getsNoTraceId() {
        web.withClassLoader(new FilteredClassLoader(CurrentTrace.class)).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(TraceIdSource.class);
            assertThat(context).hasSingleBean(ResponseEntityExceptionHandler.class);
        });
    }

    @Test
    void ownBeans_takeTheirPlace() {
        web.withUserConfiguration(Own.class).run(context -> {
            assertThat(context.getBean(Clock.class)).isSameAs(Own.CLOCK);
            assertThat(context).hasSingleBean(DynamoDbClient.class).hasBean("ownClient");
            assertThat(context).getBean(ResponseEntityExceptionHandler.class).isInstanceOf(OwnHandler.class);
            assertThat(context).getBean(ErrorController.class).isSameAs(Own.ERRORS);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {

        static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        static final ErrorController ERRORS = new ErrorController() {};

        @Bean
        Clock ownClock() {
            return CLOCK;
        }

        @Bean
        DynamoDbClient ownClient() {
            return DynamoDbClient.create();
        }

        @Bean
        OwnHandler ownHandler() {
            return new OwnHandler();
        }

        @Bean
        ErrorController ownErrors() {
            return ERRORS;
        }
    }

    @RestControllerAdvice
    static final class OwnHandler extends ResponseEntityExceptionHandler {}
}
