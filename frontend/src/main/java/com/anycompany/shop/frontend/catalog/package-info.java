/** What the storefront reads from catalogservice. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.catalog;
