/** Checkout and orders. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.order;
