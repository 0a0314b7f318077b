/** What was bought together. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.recommendation;
