/** The DynamoDB table of this service, and the client that reaches it. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.recommendation.table;
