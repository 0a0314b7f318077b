/** What this service asks the catalog. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.recommendation.catalog;
