/** Products: their lists, their pages, and the clients of catalogservice and recommendationservice. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.product;
