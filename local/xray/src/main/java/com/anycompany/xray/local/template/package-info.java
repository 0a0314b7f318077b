/** The template codec: documents that differ in a few values only are stored as those values (ADR 030). */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.template;
