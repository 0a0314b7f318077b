/** Payments: at most one captured payment for an order, whatever dies or is repeated. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.payment;
