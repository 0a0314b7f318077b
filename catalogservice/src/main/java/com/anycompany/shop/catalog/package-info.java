/** The catalog service: which products the shop sells, and at which prices. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog;
