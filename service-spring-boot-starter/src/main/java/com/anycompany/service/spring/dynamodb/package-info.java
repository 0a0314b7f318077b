/** DynamoDB: a client with bounded retries, table initialisation, transient errors, items. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.dynamodb;
