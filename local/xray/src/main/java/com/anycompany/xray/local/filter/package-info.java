/**
 * Filter expressions and entity selectors: grammar, compiler and keywords.
 *
 * <p>Decision: docs/adr/016-filter-expressions.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.filter;
