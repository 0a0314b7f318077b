package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Order;
import com.anycompany.xray.spring.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Continues the trace of a checkout when the sweeper finishes it. The sweeper's work is a second segment of this service under
 * the same caller, so the trace shows how the checkout ended, and the service map gets no node or edge for sweeping. A sweep
 * that finds nothing, and a checkout that isn't sampled, leave no segment.
 */
@Component
public class CheckoutTrace {

    /** The trace of the current request, as a trace header; null if it isn't recorded. */
    @Nullable
    String current() {
        return CurrentTrace.callerHeader().orElse(null);
    }

    /** Does the work within a segment of the order's trace. */
    public void resume(Order order, Runnable work) {
        String trace = order.origin().trace();
        if (trace == null) {
            work.run();
            return;
        }
        CurrentTrace.resume(trace, () -> {
            CurrentTrace.annotate("order_id", order.id().value());
            CurrentTrace.annotate("shopper_id", order.shopperId().value());
            CurrentTrace.annotate("settlement", true);
            work.run();
        });
    }
}
