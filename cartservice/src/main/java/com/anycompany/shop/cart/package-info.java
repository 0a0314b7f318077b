/** Carts: what shoppers mean to buy. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.cart;
