package com.anycompany.shop.loadgenerator;

/** How an attempt to place an order ended. */
enum Checkout {
    CONFIRMED,
    /** The order's outcome isn't known yet; its page looks again until it is. */
    PENDING,
    DECLINED,
    /** The shop couldn't or wouldn't take the order: a price changed, a service was down. */
    REFUSED
}
