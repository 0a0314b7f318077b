/** The recommendation service: what goes well with a product, because others bought it together. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.recommendation;
