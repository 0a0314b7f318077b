/** The template codec: documents that differ in some values only are stored as these values (ADR 030). */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.template;
