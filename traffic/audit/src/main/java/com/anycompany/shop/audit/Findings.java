package com.anycompany.shop.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Result of an audit.
 *
 * @param violations a sentence each
 * @param open orders that the shop is still settling: no violation, unless that takes too long
 */
record Findings(List<String> violations, List<Open> open) {

    /** An order that isn't settled yet, and since when it has been placed. */
    record Open(String text, Instant since) {}

    /** The same with more violations. */
    Findings with(List<String> more) {
        List<String> all = new ArrayList<>(violations);
        all.addAll(more);
        return new Findings(all.stream().sorted().toList(), open);
    }

    /** Violations that the other audit found, too; the others may come from reading between two writes. */
    List<String> violationsAlsoIn(Findings other) {
        return violations.stream().filter(other.violations::contains).toList();
    }
}
