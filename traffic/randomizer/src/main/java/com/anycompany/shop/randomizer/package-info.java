/**
 * Chaos on purpose: kills a random service again and again, and says how long it was away. {@code Randomizer} is the
 * command, {@code Chaos} its loop; {@code LocalProcesses} and {@code Pods} are whom it may kill.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.randomizer;
