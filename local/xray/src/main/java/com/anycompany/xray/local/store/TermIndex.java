package com.anycompany.xray.local.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inverted index: finds the traces that have all of some terms, at a cost that follows the rarest of them. */
final class TermIndex {

    private final @Nullable Posting[] postings = new @Nullable Posting[Term.COUNT];

    void add(StoredTrace trace) {
        for (char term : trace.terms()) {
            Posting posting = postings[term];
            if (posting == null) {
                posting = new Posting();
                postings[term] = posting;
            }
            posting.add(trace);
        }
    }

    void remove(StoredTrace trace) {
        for (char term : trace.terms()) {
            Posting posting = postings[term];
            if (posting != null) {
                posting.remove(trace);
                postings[term] = posting.size() == 0 ? null : posting;
            }
        }
    }

    /** The postings of the terms, the rarest first; null if one of them is nowhere. */
    @Nullable
    List<Posting> rarestFirst(Iterable<Term> terms) {
        List<Posting> found = new ArrayList<>();
        for (Term term : terms) {
            Posting posting = postings[term.number()];
            if (posting == null) {
                return null;
            }
            found.add(posting);
        }
        found.sort(Comparator.comparingInt(Posting::size));
        return found;
    }
}
