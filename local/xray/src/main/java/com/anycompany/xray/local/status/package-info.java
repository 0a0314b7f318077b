/** X-Ray Local's own endpoints: status, rejected documents, events and metrics. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.status;
