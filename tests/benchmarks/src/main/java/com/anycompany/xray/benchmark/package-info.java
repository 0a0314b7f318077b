/** X-Ray Local measured from outside, as a process of its own, and Zipkin beside it with the same traces. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.benchmark;
