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
 * Cache of the categories, which seldom change: the navigation costs no call per page. Once they are too old, one page fetches them
 * anew, and the others show what is cached; so do all pages while catalogservice is unavailable
 * (docs/adr/055-fast-storefront.md).
 */
@Component
class CategoryCache {

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    /** After a page began to fetch them, another one tries this much later if the first didn't get them. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final CatalogClient catalog;
    private final Clock clock;
    private volatile Entry entry = new Entry(List.of(), Instant.MIN);

    CategoryCache(CatalogClient catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @param next when a page is to fetch them again */
    private record Entry(List<Category> categories, Instant next) {}

    List<Category> cached() {
        return entry.categories();
    }

    /** Fetches the categories if none are cached, or if they are too old and no other page is fetching them. */
    @Nullable
    RemoteFuture<List<Category>> fetchIfOld(RemoteCalls calls) {
        return cached().isEmpty() || isTurnToFetch() ? fetch(calls) : null;
    }

    /** Whether the entry is too old. The page that is told so has begun to fetch; others aren't told before the retry. */
    private synchronized boolean isTurnToFetch() {
        Instant now = clock.instant();
        if (now.isBefore(entry.next())) {
            return false;
        }
        entry = new Entry(entry.categories(), now.plus(RETRY));
        return true;
    }

    private synchronized void keep(List<Category> categories) {
        entry = new Entry(categories, clock.instant().plus(MAX_AGE));
    }

    private RemoteFuture<List<Category>> fetch(RemoteCalls calls) {
        return calls.idempotent(RemoteService.CATALOG, () -> {
            List<Category> categories = catalog.categories().categories();
            keep(categories);
            return categories;
        });
    }
}
