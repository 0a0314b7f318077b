/** Payments. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.payment;
