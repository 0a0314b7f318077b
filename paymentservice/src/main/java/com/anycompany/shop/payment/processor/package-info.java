/** The payment processor: the company that moves the money, here a simulated one. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.payment.processor;
