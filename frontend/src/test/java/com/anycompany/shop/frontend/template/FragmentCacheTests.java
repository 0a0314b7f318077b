package com.anycompany.shop.frontend.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FragmentCacheTests {

    private final AtomicInteger rendered = new AtomicInteger();

    private String get(FragmentCache cache, String template, Object model) {
        return cache.get(template, model, () -> template + model + rendered.incrementAndGet());
    }

    @Test
    void equalModels_areRenderedOnce_otherPricesAnew() {
        FragmentCache cache = new FragmentCache(100_000);

        assertThat(get(cache, "list", List.of(new BigDecimal("1.00")))).isEqualTo("list[1.00]1");
        assertThat(get(cache, "list", List.of(new BigDecimal("1.00")))).isEqualTo("list[1.00]1");
        assertThat(get(cache, "list", List.of(new BigDecimal("1.01")))).isEqualTo("list[1.01]2");
        assertThat(get(cache, "grid", List.of(new BigDecimal("1.00")))).isEqualTo("grid[1.00]3");
    }

    @Test
    void aboveTheBound_theLeastRecentlyUsedGo() {
        FragmentCache cache = new FragmentCache(5_000);
        get(cache, "t", "a");
        get(cache, "t", "b");
        get(cache, "t", "a");
        get(cache, "t", "c");

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.characters()).isLessThanOrEqualTo(5_000);
        assertThat(get(cache, "t", "a")).isEqualTo("ta1");
        assertThat(get(cache, "t", "b")).isEqualTo("tb4");
    }

    @Test
    void withoutRoom_nothingIsKept() {
        FragmentCache none = new FragmentCache(0);
        get(none, "t", "a");

        assertThat(none.size()).isZero();
        assertThat(none.characters()).isZero();
        assertThat(get(none, "t", "a")).isEqualTo("ta2");
    }
}
