/** Carts. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.cart;
