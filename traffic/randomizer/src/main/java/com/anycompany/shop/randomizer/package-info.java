/**
 * Chaos test: kills a random service again and again, and prints how long it was away. {@code Randomizer} is the command,
 * {@code Chaos} its loop; {@code LocalProcesses} and {@code Pods} are its targets. Why it is a program of its own:
 * docs/adr/022-chaos-is-a-program-of-its-own.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.randomizer;
