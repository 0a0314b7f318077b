/** What the storefront reads from recommendationservice. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.recommendation;
