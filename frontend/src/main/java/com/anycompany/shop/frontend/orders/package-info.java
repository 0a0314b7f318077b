/** Orders: their history, their pages, and the client that reads them from orderservice. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.orders;
