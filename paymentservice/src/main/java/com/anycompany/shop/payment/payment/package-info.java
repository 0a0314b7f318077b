/** Payments of orders: at most one captured payment for an order, whatever fails or is repeated. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.payment.payment;
