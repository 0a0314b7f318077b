/**
 * Filter expressions: the language, and how traces are tested against it. Plain Java and ANTLR.
 *
 * <p>Decision: docs/adr/016-filter-expressions.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.filter;
