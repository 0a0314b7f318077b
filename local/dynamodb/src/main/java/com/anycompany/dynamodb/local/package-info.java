/** DynamoDB on one machine. */
@org.jspecify.annotations.NullMarked
package com.anycompany.dynamodb.local;
