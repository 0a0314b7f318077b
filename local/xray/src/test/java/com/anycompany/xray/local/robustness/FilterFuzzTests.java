package com.anycompany.xray.local.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.filter.InvalidFilter;
import com.anycompany.xray.local.filter.Subject;
import com.anycompany.xray.local.filter.TraceFilter;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.SubmittedDocument;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.Term;
import com.anycompany.xray.local.store.TraceOrder;
import com.anycompany.xray.local.store.TraceStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Spoilt filter expressions: refused with a column, or understood, and then with the same answer by the index and without. */
class FilterFuzzTests {

    private static final TraceStore STORE = store();

    private final FilterLanguage language = new FilterLanguage();

    private static TraceStore store() {
        TraceStore store = new TraceStore(new StoreOptions(64 << 20, Duration.ofHours(1)));
        Intake intake = new Intake(store, Clock.systemUTC());
        Seeds.documents()
                .forEach(document -> intake.put(List.of(new SubmittedDocument(document, 0, document.length)), "api"));
        return store;
    }

    @Test
    void spoiltFilters_areRefusedWithAColumn_orFindTheSameByTheIndexAndWithout() {
        Random random = new Random(FuzzRun.SEED);
        FilterMutator mutator = new FilterMutator(random, Seeds.filters());
        int understood = 0;
        FuzzRun run = new FuzzRun("filter expressions", 10);
        while (run.goesOn()) {
            String expression = mutator.expression();
            boolean[] valid = {false};
            FuzzRun.timed(expression, () -> valid[0] = answers(expression));
            understood += valid[0] ? 1 : 0;
        }
        assertThat(understood).as("stayed valid").isBetween(run.done() / 50, run.done());
    }

    private boolean answers(String expression) {
        TraceFilter filter;
        try {
            filter = language.compile(expression);
        } catch (InvalidFilter e) {
            assertThat(e.column()).isBetween(1, expression.length() + 1);
            assertThat(e).hasMessageContaining("column " + e.column());
            return false;
        }
        assertThat(found(filter, filter.required())).as(expression).isEqualTo(found(filter, Set.of()));
        return true;
    }

    private static Set<TraceId> found(TraceFilter filter, Set<Term> terms) {
        return STORE.newestFirst(TraceOrder.START, 0, Long.MAX_VALUE, null, terms, 1000).stream()
                .filter(trace -> filter.matches(new Subject(trace.assemble(), trace.groups())))
                .map(trace -> trace.id())
                .collect(Collectors.toSet());
    }
}
