package com.anycompany.shop.loadgenerator;

/** How an attempt to place an order ended. */
enum Checkout {
    CONFIRMED,
    /** The order stands; its payment's outcome isn't known yet. */
    PENDING,
    DECLINED,
    /** The shop couldn't or wouldn't take the order: a price changed, a service was down. */
    REFUSED
}
