/** Products: controller, repository, records and table. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog.product;
