/** The storefront. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend;
