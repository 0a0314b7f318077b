package com.anycompany.xray.spring;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Completes the span that OpenTelemetry's agent records for a call of an AWS SDK client: the tables of transactions, which the
 * agent doesn't read, and the consumed capacity, which DynamoDB tells only if it is asked.
 */
final class OpenTelemetryCalls implements ExecutionInterceptor {

    private static final AttributeKey<List<String>> TABLES = AttributeKey.stringArrayKey("aws.dynamodb.table_names");

    /** The span that the call was made in; the agent makes its own one current before the call is transmitted. */
    private static final ExecutionAttribute<Span> CALLER = new ExecutionAttribute<>("XRayCallerSpan");

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(CALLER, Span.current());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return Span.current().isRecording()
                ? DynamoDbRequests.requestConsumedCapacity(context.request())
                : context.request();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Span call = Span.current();
        if (call.isRecording() && !call.equals(attributes.getAttribute(CALLER))) {
            List<String> tables = DynamoDbRequests.tables(context.request());
            if (!tables.isEmpty()) {
                call.setAttribute(TABLES, tables);
            }
        }
    }
}
