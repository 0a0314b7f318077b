package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Subsegment;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Method interceptor: records a call of a {@code @Traced} method as a subsegment of that name. An exception is recorded
 * on the subsegment; the SDK's aspect records it on the segment, though the application may handle it.
 *
 * <p>Decision: docs/adr/015-no-aspectj.md.
 */
final class TracedMethods implements MethodInterceptor {

    private final Supplier<Subsegments> subsegments;

    /** The recorder is resolved lazily: as a dependency of an advisor it would be created before the bean post-processors. */
    TracedMethods(ObjectProvider<AWSXRayRecorder> recorder) {
        this.subsegments = SingletonSupplier.of(() -> new Subsegments(recorder.getObject()));
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Subsegments subsegments = this.subsegments.get();
        Entity parent = subsegments.current();
        if (parent == null) {
            return invocation.proceed();
        }
        Method method = invocation.getMethod();
        Subsegment subsegment = subsegments.begin(new SegmentName(method.getName()), parent);
        subsegments.record(
                subsegment,
                s -> s.putMetadata(
                        "ClassInfo", "Class", method.getDeclaringClass().getSimpleName()));
        try {
            return invocation.proceed();
        } catch (Throwable e) {
            subsegments.record(subsegment, s -> s.addException(e));
            throw e;
        } finally {
            subsegments.end(subsegment, parent);
        }
    }
}
