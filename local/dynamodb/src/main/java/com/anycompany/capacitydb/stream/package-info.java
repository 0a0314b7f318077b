/** DynamoDB Streams. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.stream;
