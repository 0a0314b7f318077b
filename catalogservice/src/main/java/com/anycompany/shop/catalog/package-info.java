/** The catalog service: products and their prices. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog;
