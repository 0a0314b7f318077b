package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.remote.RemoteCalls;
import com.anycompany.shop.frontend.remote.RemoteFuture;
import com.anycompany.shop.frontend.remote.RemoteService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cache of the categories, which seldom change: the navigation costs no call per page. Entries that are too old are used while
 * catalogservice is unavailable.
 */
@Component
class CategoryCache {

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final CatalogClient catalog;
    private final Clock clock;
    private volatile Entry entry = new Entry(List.of(), Instant.MIN);

    CategoryCache(CatalogClient catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    private record Entry(List<Category> categories, Instant since) {}

    List<Category> cached() {
        return entry.categories();
    }

    /** Fetches the categories, whatever is cached. */
    RemoteFuture<List<Category>> fetch(RemoteCalls calls) {
        return calls.idempotent(RemoteService.CATALOG, () -> {
            List<Category> categories = catalog.categories().categories();
            entry = new Entry(categories, clock.instant());
            return categories;
        });
    }

    /** Fetches the categories if what is cached is too old. */
    @Nullable
    RemoteFuture<List<Category>> fetchIfOld(RemoteCalls calls) {
        return entry.since().isBefore(clock.instant().minus(MAX_AGE)) ? fetch(calls) : null;
    }
}
