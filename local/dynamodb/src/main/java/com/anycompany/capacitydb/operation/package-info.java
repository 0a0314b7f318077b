/** The operations of the DynamoDB API. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.operation;
