/** How the service says that a request failed (RFC 9457). */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.recommendation.problem;
