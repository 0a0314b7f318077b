/**
 * Products: controller, repository, records and table.
 *
 * <p>Decision: docs/adr/017-catalog-indexes.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog.product;
