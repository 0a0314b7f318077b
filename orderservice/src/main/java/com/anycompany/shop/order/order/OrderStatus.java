package com.anycompany.shop.order.order;

/**
 * Status of an order. Only one thing can happen to a {@link #PENDING} order, since each way out is a conditional
 * write on that state.
 */
public enum OrderStatus {
    /** Stored; whether it is paid isn't known yet. */
    PENDING,
    /** Given up for good, before its payment is voided: from here on it can't be confirmed any more. */
    CANCELLING,
    CONFIRMED,
    DECLINED,
    CANCELLED;

    /** The status in responses: an order that is being cancelled is shown as pending until it is cancelled. */
    public OrderStatus shown() {
        return this == CANCELLING ? PENDING : this;
    }
}
