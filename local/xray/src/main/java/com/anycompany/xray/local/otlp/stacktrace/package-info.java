/** Printed stack traces of several languages, read into exceptions, frames and causes. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.otlp.stacktrace;
