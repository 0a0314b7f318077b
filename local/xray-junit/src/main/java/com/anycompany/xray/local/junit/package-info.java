/** X-Ray Local in a JUnit test, with AssertJ assertions on what it received. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.junit;
