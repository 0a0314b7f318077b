/** CapacityDB under the name that tests know. */
@org.jspecify.annotations.NullMarked
package com.anycompany.dynamodb.local;
