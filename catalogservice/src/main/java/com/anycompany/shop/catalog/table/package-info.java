/** The DynamoDB table that holds the products, and the client that reaches it. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.catalog.table;
