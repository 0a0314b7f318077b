package com.anycompany.shop.order.order;

/**
 * Where an order stands. Only one thing can happen to a {@link #PENDING} order, since each way out is a conditional
 * write on that state.
 */
public enum OrderStatus {
    /** Written down; whether it is paid isn't known yet. */
    PENDING,
    /** Given up for good, before its payment is voided: from here on it can't be confirmed any more. */
    CANCELLING,
    CONFIRMED,
    DECLINED,
    CANCELLED;

    /** What its shopper is told: that an order is about to be cancelled is our business until it is. */
    public OrderStatus shown() {
        return this == CANCELLING ? PENDING : this;
    }
}
