/** The payment of an order: what is asked of paymentservice, and what its answers mean. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.order.payment;
