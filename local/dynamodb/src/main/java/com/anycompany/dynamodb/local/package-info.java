/**
 * DynamoDB on one machine.
 *
 * <p>Decision: docs/adr/006-capacity-guard.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.dynamodb.local;
