/**
 * Insights: detection of services with an unusual fault rate, and of the impact.
 *
 * <p>Decision: docs/adr/027-insights-by-control-chart.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.insight;
