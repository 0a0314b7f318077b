/** What the storefront knows of carts: their items from cartservice, their prices from the catalog. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.cart;
