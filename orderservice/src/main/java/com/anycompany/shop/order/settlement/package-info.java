/** Finishes or cancels orders whose request died or got no answer. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.order.settlement;
