package com.anycompany.xray.spring;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * AWS SDK interceptor of every client: passes each call on to what traces this application, and limits DynamoDB's retries. The AWS SDK finds this class by its name in the resource {@code execution.interceptors}.
 */
public final class AwsSdkTracing implements ExecutionInterceptor {

    private static final ExecutionInterceptor NOTHING = new ExecutionInterceptor() {};

    /** The AWS SDK creates one instance per client. */
    public AwsSdkTracing() {}

    private static ExecutionInterceptor calls() {
        return switch (CurrentTrace.backend().awsCalls()) {
            case IGNORED -> NOTHING;
            case RECORDED -> XRay.CALLS;
            case COMPLETED -> OpenTelemetry.CALLS;
        };
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        calls().beforeExecution(context, attributes);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return calls().modifyRequest(context, attributes);
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return calls().modifyHttpRequest(context, attributes);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        DynamoDbRetries.limit(context, attributes);
        calls().beforeTransmission(context, attributes);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        calls().afterExecution(context, attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        calls().onExecutionFailure(context, attributes);
    }

    /** Lazy holder: an application that OpenTelemetry traces doesn't load the X-Ray SDK. */
    private static final class XRay {
        static final ExecutionInterceptor CALLS = new XRayCalls();
    }

    /** Lazy holder: OpenTelemetry's API need not be there. */
    private static final class OpenTelemetry {
        static final ExecutionInterceptor CALLS = new OpenTelemetryCalls();
    }
}
