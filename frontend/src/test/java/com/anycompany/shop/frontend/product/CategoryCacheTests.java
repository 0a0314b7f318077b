package com.anycompany.shop.frontend.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.anycompany.shop.frontend.remote.RemoteCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CategoryCacheTests {

    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final List<Category> AUDIO = List.of(new Category("audio", "Audio", 8));

    private final CatalogClient catalog = mock(CatalogClient.class);
    private final Clock clock = mock(Clock.class);
    private final RemoteCalls calls = new RemoteCalls(Runnable::run, Duration.ofSeconds(10));
    private final CategoryCache cache = new CategoryCache(catalog, clock);

    @BeforeEach
    void catalogWithOneCategory() {
        given(clock.getZone()).willReturn(ZoneOffset.UTC);
        given(catalog.categories()).willReturn(new Categories(AUDIO));
        at(Duration.ZERO);
    }

    private void at(Duration later) {
        given(clock.instant()).willReturn(START.plus(later));
    }

    @Test
    void knownCategories_costNoCall_untilTheyAreOld() {
        assertThat(cache.fetchIfOld(calls)).isNotNull();
        at(Duration.ofSeconds(299));
        assertThat(cache.fetchIfOld(calls)).isNull();

        assertThat(cache.cached()).isEqualTo(AUDIO);
        verify(catalog, times(1)).categories();
        at(Duration.ofSeconds(300));
        assertThat(cache.fetchIfOld(calls)).isNotNull();
    }

    @Test
    void oldCategories_areFetchedByOnePage_whileOthersShowThem() {
        cache.fetchIfOld(calls);
        RemoteCalls hanging = new RemoteCalls(call -> {}, Duration.ofSeconds(10));
        at(Duration.ofMinutes(6));

        assertThat(cache.fetchIfOld(hanging)).isNotNull();
        assertThat(cache.fetchIfOld(calls)).isNull();
        at(Duration.ofMinutes(6).plusSeconds(5));
        assertThat(cache.fetchIfOld(calls)).as("as the first one got no answer").isNotNull();
        assertThat(cache.cached()).isEqualTo(AUDIO);
    }

    @Test
    void withoutAny_eachPageAsks() {
        given(catalog.categories()).willReturn(new Categories(List.of()));

        assertThat(cache.fetchIfOld(calls)).isNotNull();
        assertThat(cache.fetchIfOld(calls)).isNotNull();
    }
}
