/** The products that an empty shop starts with. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog.assortment;
