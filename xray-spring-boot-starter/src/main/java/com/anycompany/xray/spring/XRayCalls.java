package com.anycompany.xray.spring;

import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.interceptors.TracingInterceptor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Records a call of an AWS SDK client by the X-Ray SDK: delegates to that SDK's interceptor, and adds the tables of
 * transactions and the consumed capacity. It does nothing while no request is traced. If the application has added the X-Ray
 * SDK's interceptor itself, the first of the two records the call, so that no call is recorded twice.
 */
final class XRayCalls implements ExecutionInterceptor {

    private static final Logger log = LoggerFactory.getLogger(XRayCalls.class);

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Tracing tracing = Tracing.current();
        if (tracing == null || !tracing.isRecording()) {
            return;
        }
        safely(() -> {
            Shared.INTERCEPTOR.beforeExecution(context, attributes);
            Subsegment call = subsegment(attributes);
            if (call != null) {
                call.setAws(new AwsBlock(call.getAws()));
                putTables(call, DynamoDbRequests.tables(context.request()));
            }
        });
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        Tracing tracing = Tracing.current();
        boolean wanted = tracing != null && tracing.recordsConsumedCapacity() && subsegment(attributes) != null;
        return wanted ? DynamoDbRequests.requestConsumedCapacity(context.request()) : context.request();
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return subsegment(attributes) == null
                ? context.httpRequest()
                : Shared.INTERCEPTOR.modifyHttpRequest(context, attributes);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (subsegment(attributes) != null) {
            safely(() -> Shared.INTERCEPTOR.beforeTransmission(context, attributes));
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Subsegment call = subsegment(attributes);
        if (call != null) {
            safely(() -> context.response()
                    .getValueForField("ConsumedCapacity", Object.class)
                    .ifPresent(consumed -> call.putAws("consumed_capacity", consumed)));
            safely(() -> Shared.INTERCEPTOR.afterExecution(context, attributes));
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Subsegment call = subsegment(attributes);
        if (call != null) {
            safely(() -> call.setThrottle(DynamoDbRequests.isThrottledTransaction(context.exception())));
            safely(() -> Shared.INTERCEPTOR.onExecutionFailure(context, attributes));
        }
    }

    private static void putTables(Subsegment call, List<String> tables) {
        if (tables.size() == 1) {
            call.putAws("table_name", tables.get(0));
        } else if (tables.size() > 1) {
            call.putAws("table_names", tables);
        }
    }

    @SuppressWarnings("deprecation") // The SDK offers no other access to the subsegment.
    private static @Nullable Subsegment subsegment(ExecutionAttributes attributes) {
        return attributes.getAttribute(TracingInterceptor.entityKey);
    }

    private static void safely(Runnable recording) {
        try {
            recording.run();
        } catch (RuntimeException e) {
            log.debug("An AWS call is not recorded completely", e);
        }
    }

    /** Lazy holder of the X-Ray SDK's interceptor, whose constructor parses a JSON file. */
    private static final class Shared {
        static final TracingInterceptor INTERCEPTOR = new TracingInterceptor();
    }
}
