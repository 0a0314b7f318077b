/** Products: what they are, and how they are found in the table. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog.product;
