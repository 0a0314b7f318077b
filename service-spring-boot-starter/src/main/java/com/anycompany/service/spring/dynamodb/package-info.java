/**
 * DynamoDB: a client with bounded retries, table initialisation, transient errors, items.
 *
 * <p>Decision: docs/adr/014-bounded-dynamodb-retries.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.dynamodb;
