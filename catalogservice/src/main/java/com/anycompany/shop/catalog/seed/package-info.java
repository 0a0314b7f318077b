/** Seeding: the products that are written into an empty table. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog.seed;
