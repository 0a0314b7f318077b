/** Checkout and orders: an order is placed and paid exactly once, whatever dies when. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.order;
