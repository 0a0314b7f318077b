package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.spring.aop.XRayEnabled;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/** Auto-configuration that records the {@code @Traced} methods of Spring beans, and those with the X-Ray SDK's annotation. */
@AutoConfiguration(after = XRayAutoConfiguration.class)
@ConditionalOnClass(Advisor.class)
@ConditionalOnBean(Tracing.class)
public final class XRayMethodAutoConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnMissingBean(name = "xrayMethodAdvisor")
    static Advisor xrayMethodAdvisor(ObjectProvider<AWSXRayRecorder> recorder) {
        return new DefaultPointcutAdvisor(
                TracedPointcut.of(Traced.class).union((Pointcut) TracedPointcut.of(XRayEnabled.class)),
                new TracedMethods(recorder));
    }
}
