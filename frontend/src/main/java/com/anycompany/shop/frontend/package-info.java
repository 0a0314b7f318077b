/**
 * The storefront.
 *
 * <p>Decision: docs/adr/009-stateless-storefront.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend;
