/** What to show beside a product. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.recommendation.suggestion;
