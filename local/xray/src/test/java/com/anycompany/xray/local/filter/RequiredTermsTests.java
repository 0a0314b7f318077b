package com.anycompany.xray.local.filter;

import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.Cursor;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.Term;
import com.anycompany.xray.local.store.TraceOrder;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.store.TraceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search by terms finds what reading every trace finds, and reads fewer. */
class RequiredTermsTests {

    private static final long NOON = 1_479_902_400_000L;

    private final FilterLanguage language = new FilterLanguage();
    private final Random random = new Random(3);

    @Test
    void onlyWhatEveryMatchNeeds_isRequired() {
        Term api = Term.service("api");
        Term acme = Term.annotation("tenant", "acme");
        assertThat(required("service(\"api\") AND annotation.tenant = \"acme\" AND duration < 3"))
                .containsExactlyInAnyOrder(api, acme);
        assertThat(required("service(\"api\") { fault } annotation[tenant] = \"acme\""))
                .containsExactlyInAnyOrder(api, acme);
        assertThat(required("(service(\"api\") AND ok) OR service(\"web\")")).isEmpty();
        assertThat(required("(service(\"api\") AND ok) OR (fault service(\"api\"))"))
                .containsExactly(api);
        assertThat(required("!service(\"api\") annotation.tenant != \"acme\"")).isEmpty();
        assertThat(required("!(service(\"api\") OR ok)")).isEmpty();
        assertThat(required("annotation.tenant BEGINSWITH \"ac\" OR annotation.size = 3"))
                .isEmpty();
    }

    @Test
    void leastDuration_isRequired_inSteps() {
        assertThat(required("duration > 3")).isEqualTo(Term.longerThan(2)).hasSize(1);
        assertThat(required("responsetime >= 0.2"))
                .isEqualTo(Term.longerThan(0.2))
                .hasSize(1);
        assertThat(Term.longerThan(0.2)).isNotEqualTo(Term.longerThan(0.1));
        assertThat(required("duration > 0.01")).isEmpty();
        assertThat(required("duration < 3 OR duration = 4 OR ok")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service(\"rare\") AND duration > 30.5",
                "responsetime >= 2 AND annotation.shopper = \"s1\"",
                "service(\"rare\")",
                "service(\"common\") AND annotation.shopper = \"s7\"",
                "annotation.shopper = \"s7\" OR annotation.shopper = \"s8\"",
                "service(\"Carts\") annotation.shopper = \"s3\" AND duration > 1",
                "annotation.shopper = \"nobody\"",
                "!service(\"rare\") AND annotation.shopper = \"s1\"",
            })
    void searchByTerms_findsWhatReadingEverythingFinds(String expression) {
        // Small enough that some leave, and changed after they were settled, so that terms come and go.
        TraceStore store = new TraceStore(new StoreOptions(4 << 20, Duration.ofHours(1)));
        for (int i = 0; i < 6_000; i++) {
            String id = "1-58406520-%024x".formatted(i);
            Doc root = segment(random.nextInt(40) == 0 ? "rare" : "common")
                    .trace(id)
                    .at(random.nextInt(1000))
                    .took(random.nextInt(3))
                    .put("annotations", Map.of("shopper", "s" + random.nextInt(30)));
            store.add(List.of((i % 3 == 0 ? root.with(table("Carts")) : root).parse()), NOON);
            if (i % 100 == 99) {
                store.tidy(NOON + 200);
                String earlier = "1-58406520-%024x".formatted(i - 50);
                Doc late = segment("late").trace(earlier).put("annotations", Map.of("shopper", "s7"));
                store.add(List.of(late.parse()), NOON);
            }
        }
        assertThat(store.usage().evicted()).isPositive();
        TraceFilter filter = language.compile(expression);
        List<TraceId> all = new ArrayList<>();
        int read = pages(store, filter, Set.of(), all);
        List<TraceId> byTerms = new ArrayList<>();
        int readByTerms = pages(store, filter, filter.required(), byTerms);
        assertThat(byTerms).isEqualTo(all);
        assertThat(readByTerms).isLessThanOrEqualTo(filter.required().isEmpty() ? read : read / 4);
    }

    /** Returns how many traces were looked at. */
    private static int pages(TraceStore store, TraceFilter filter, Set<Term> terms, List<TraceId> found) {
        int read = 0;
        Cursor last = null;
        while (true) {
            List<TraceSnapshot> page = store.newestFirst(TraceOrder.START, 0, Long.MAX_VALUE, last, terms, 37);
            if (page.isEmpty()) {
                return read;
            }
            read += page.size();
            for (TraceSnapshot trace : page) {
                if (filter.matches(trace.assemble())) {
                    found.add(trace.id());
                }
                last = trace.position();
            }
        }
    }

    private Set<Term> required(String expression) {
        return language.compile(expression).required();
    }
}
