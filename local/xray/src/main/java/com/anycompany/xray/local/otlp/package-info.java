/** OpenTelemetry's spans, read from OTLP and written down as segment documents; knows no server. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.otlp;
