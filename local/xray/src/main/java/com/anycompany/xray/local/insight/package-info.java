/**
 * Insights: notices when a service fails more than usual, and follows it until it is over. Knows no server.
 *
 * <p>Decision: docs/adr/027-insights-by-control-chart.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.insight;
