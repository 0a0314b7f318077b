/** Products. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog;
