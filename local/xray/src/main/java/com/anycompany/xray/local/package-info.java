/**
 * X-Ray on one machine.
 *
 * <p>Decision: docs/adr/001-xray-local-without-spring.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local;
