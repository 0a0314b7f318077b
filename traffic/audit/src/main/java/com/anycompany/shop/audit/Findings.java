package com.anycompany.shop.audit;

import java.time.Instant;
import java.util.List;

/**
 * What an audit found.
 *
 * @param violations a sentence each
 * @param open orders that the shop is still settling: no violation, unless that takes too long
 */
record Findings(List<String> violations, List<Open> open) {

    /** An order that isn't settled yet, and since when it has been placed. */
    record Open(String text, Instant since) {}

    /** Those that the other audit found too: what two readings in a row show isn't the moment between two writes. */
    List<String> violationsAlsoIn(Findings other) {
        return violations.stream().filter(other.violations::contains).toList();
    }
}
