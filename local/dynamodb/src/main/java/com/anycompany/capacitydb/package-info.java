/** CapacityDB: a DynamoDB-compatible database for one machine, with enforced read and write capacity. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb;
