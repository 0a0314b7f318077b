/** Tests of the readers of stack traces. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.otlp.stacktrace;
