/** Insights: notices when a service fails more than usual, and follows it until it is over. Knows no server. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.insight;
