package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.remote.Answer;
import com.anycompany.shop.frontend.remote.Calls;
import com.anycompany.shop.frontend.remote.RemoteService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The categories for the navigation of every page. They hardly ever change, so they are remembered for a while, and
 * beyond it when the catalog is out of reach: the navigation costs no call per page and survives an outage.
 */
@Component
public class CategoryMenu {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final CatalogClient catalog;
    private final Clock clock;
    private volatile Remembered remembered = new Remembered(List.of(), Instant.MIN);

    CategoryMenu(CatalogClient catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Asks the catalog, whatever is remembered. */
    public Answer<List<Category>> fetch(Calls calls) {
        return calls.read(RemoteService.CATALOG, () -> {
            List<Category> categories = catalog.categories().categories();
            remembered = new Remembered(categories, clock.instant());
            return categories;
        });
    }

    /** Asks the catalog only if what is remembered is old. */
    public @Nullable Answer<List<Category>> refresh(Calls calls) {
        return remembered.since().isBefore(clock.instant().minus(FRESH)) ? fetch(calls) : null;
    }

    public List<Category> remembered() {
        return remembered.categories();
    }

    private record Remembered(List<Category> categories, Instant since) {}
}
