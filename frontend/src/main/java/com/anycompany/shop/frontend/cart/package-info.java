/** The cart: its page, its changes, its prices, and the client of cartservice. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.cart;
