package com.anycompany.shop.catalog.product;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Remembers what was asked of DynamoDB, so that a test can see what an answer costs. */
public final class RecordedCalls implements ExecutionInterceptor {

    private static final List<SdkRequest> CALLS = new CopyOnWriteArrayList<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        CALLS.add(context.request());
    }

    public static void forget() {
        CALLS.clear();
    }

    public static List<SdkRequest> all() {
        return List.copyOf(CALLS);
    }
}
