package com.anycompany.xray.local.store;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.graph.ServiceGraphs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a trace between being taken to be worked out and being settled. */
class HoldingsTests {

    private static final long NOON = 1_480_593_600_000L;
    private static final long QUIET = NOON + 60_000;

    private final Holdings held =
            new Holdings(new StoreOptions(64 << 20, Duration.ofHours(1)), Memberships.NONE, DataFolder.NONE.keeping());

    private void add(Doc document) {
        held.add(List.of(document.parse()), NOON);
    }

    private List<Draft> workOut() {
        List<Draft> drafts = held.takeQuiet(QUIET, 16);
        drafts.forEach(Draft::workOut);
        return drafts;
    }

    private int counted() {
        return held.graphs.between(ServiceGraphs.ALL_TRACES, 0, Integer.MAX_VALUE).services().stream()
                .filter(service -> service.id().type() == null)
                .mapToInt(service -> service.statistics().total())
                .sum();
    }

    @Test
    void unchanged_isSettled() {
        add(segment("front"));
        held.settle(workOut());
        assertThat(counted()).isOne();
        assertThat(held.unsettled()).isZero();
    }

    @Test
    void changedMeanwhile_waitsAgain_andNothingIsLost() {
        add(segment("front"));
        List<Draft> drafts = workOut();
        add(segment("back"));
        held.settle(drafts);
        assertThat(counted()).isZero();
        held.settle(workOut());
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void askedForMeanwhile_isCountedAtOnce_andOnce() {
        add(segment("front"));
        List<Draft> drafts = workOut();
        held.settleAll();
        assertThat(counted()).isOne();
        held.settle(drafts);
        assertThat(counted()).isOne();
    }

    @Test
    void goneMeanwhile_staysGone() {
        add(segment("front"));
        List<Draft> drafts = workOut();
        held.tidy(NOON + Duration.ofHours(2).toMillis());
        held.settle(drafts);
        assertThat(counted()).isZero();
        assertThat(held.unsettled()).isZero();
    }

    @Test
    void neverQuiet_isSettledAfterASecond() {
        for (long now = NOON; now <= NOON + 1_000; now += 50) {
            held.add(List.of(segment("front").parse()), now);
            assertThat(held.takeQuiet(now, 16)).isEmpty();
            assertThat(counted()).isEqualTo(now < NOON + 1_000 ? 0 : 21);
        }
    }
}
