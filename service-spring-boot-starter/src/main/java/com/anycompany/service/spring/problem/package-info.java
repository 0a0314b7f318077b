/**
 * Problem responses (RFC 9457) for every failure of a request.
 *
 * <p>Decision: docs/adr/034-one-wire-contract.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.problem;
