package com.anycompany.capacitydb.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a CapacityDB in memory for the tests of a class. Constructors and methods may have parameters of the types
 * {@link com.anycompany.capacitydb.CapacityDb}, {@link java.net.URI} (its endpoint) and
 * {@link software.amazon.awssdk.services.dynamodb.DynamoDbClient} (connected with it).
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DynamoDbExtension.class)
public @interface DynamoDbTest {}
