/** Checkout: the form, the order that it places, and the page of an order whose outcome isn't known yet. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.checkout;
