package com.anycompany.xray.spring;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Method interceptor: records a call of a {@code @Traced} method as a span of that name, within a traced request only. */
final class OpenTelemetryMethods implements MethodInterceptor {

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        RequestSpan request = RequestSpan.current();
        if (request == null) {
            return invocation.proceed();
        }
        Method method = invocation.getMethod();
        Span span = OpenTelemetryBackend.tracer()
                .spanBuilder(method.getName())
                .setAttribute("code.function.name", method.getDeclaringClass().getName() + "." + method.getName())
                .startSpan();
        LogContext before = LogContext.of(request, span).enter();
        try (Scope scope = Context.current().with(span).makeCurrent()) {
            Object result = invocation.proceed();
            span.end();
            return result;
        } catch (Throwable e) {
            request.methodFailed(span, e);
            throw e;
        } finally {
            before.enter();
        }
    }
}
