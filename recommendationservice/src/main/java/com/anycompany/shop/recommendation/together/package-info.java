/** Which products were bought together, and how often. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.recommendation.together;
