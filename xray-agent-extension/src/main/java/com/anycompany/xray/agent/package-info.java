/** Extension of OpenTelemetry's Java agent for services that X-Ray shows. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.agent;
