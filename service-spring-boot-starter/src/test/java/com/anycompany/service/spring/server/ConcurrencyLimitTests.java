package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void limit_isHeldAndTheRestRefused() {
        ConcurrencyLimit limit = new ConcurrencyLimit(2, 0, 1, Duration.ZERO);

        assertThat(limit.enter(false)).isTrue();
        assertThat(limit.enter(false)).isTrue();
        assertThat(limit.enter(false)).isFalse();
        assertThat(limit.queued()).isZero();
    }

    @Test
    void reservedPlaces_areForEssentialRequests() {
        ConcurrencyLimit limit = new ConcurrencyLimit(2, 1, 1, Duration.ZERO);

        assertThat(limit.enter(false)).isTrue();
        assertThat(limit.enter(false)).isFalse();
        assertThat(limit.enter(true)).isTrue();
        assertThat(limit.enter(true)).isFalse();
    }

    @Test
    void fullQueue_refusesAtOnce() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 0, 1, LONG);
        limit.enter(false);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> limit.enter(false));
        await().until(() -> limit.queued() == 1);

        assertThat(limit.enter(false)).isFalse();
        limit.leave();

        assertThat(waiting.join()).isTrue();
    }

    @Test
    void freePlace_goesToTheEssentialRequestFirst() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 0, 5, LONG);
        limit.enter(false);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> limit.enter(false));
        await().until(() -> limit.queued() == 1);
        CompletableFuture<Boolean> essential = CompletableFuture.supplyAsync(() -> limit.enter(true));
        await().until(() -> limit.queued() == 2);

        limit.leave();

        assertThat(essential.join()).isTrue();
        assertThat(other).isNotDone();
        limit.leave();
        assertThat(other.join()).isTrue();
        assertThat(limit.running()).isEqualTo(1);
    }

    @Test
    void placesThatAreFreedAtOnce_goToAsManyWaitingRequests() {
        ConcurrencyLimit limit = new ConcurrencyLimit(2, 0, 5, LONG);
        limit.enter(false);
        limit.enter(false);
        CompletableFuture<Boolean> essential = CompletableFuture.supplyAsync(() -> limit.enter(true));
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> limit.enter(false));
        await().until(() -> limit.queued() == 2);

        limit.leave();
        limit.leave();

        assertThat(limit.queued()).as("none waits beside a free place").isZero();
        assertThat(limit.running()).isEqualTo(2);
        assertThat(essential.join()).isTrue();
        assertThat(other.join()).isTrue();
    }

    @Test
    void freePlaceThatIsReserved_isNotGivenToAnotherRequest() {
        ConcurrencyLimit limit = new ConcurrencyLimit(2, 1, 5, LONG);
        limit.enter(false);
        limit.enter(true);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> limit.enter(false));
        await().until(() -> limit.queued() == 1);

        limit.leave();
        assertThat(limit.queued()).isEqualTo(1);
        limit.leave();

        assertThat(other.join()).isTrue();
        assertThat(limit.running()).isEqualTo(1);
    }

    @Test
    void requestWhoseTimeIsOver_leavesTheQueue() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1, 0, 1, Duration.ofMillis(1));
        limit.enter(false);

        assertThat(limit.enter(false)).isFalse();
        assertThat(limit.queued()).isZero();
        limit.leave();
        assertThat(limit.running()).isZero();
        assertThat(limit.enter(false)).isTrue();
    }
}
