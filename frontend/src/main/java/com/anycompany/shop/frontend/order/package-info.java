/** What the storefront exchanges with orderservice. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.order;
