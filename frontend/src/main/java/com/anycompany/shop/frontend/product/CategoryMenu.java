package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.remote.RemoteFuture;
import com.anycompany.shop.frontend.web.HeaderPart;
import com.anycompany.shop.frontend.web.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The categories in the navigation of a page. */
public final class CategoryMenu implements HeaderPart {

    private final CategoryCache cache;
    private final Page page;
    private @Nullable RemoteFuture<List<Category>> fetched;

    private CategoryMenu(CategoryCache cache, Page page) {
        this.cache = cache;
        this.page = page;
    }

    @Override
    public void prefetch() {
        fetched = cache.fetchIfOld(page.calls());
    }

    /** Starts fetching the categories, even if they are cached; {@link #categories} waits for them. */
    public void refresh() {
        if (fetched == null) {
            fetched = cache.fetch(page.calls());
        }
    }

    /** The categories that this page fetched, otherwise the cached ones. */
    public List<Category> categories() {
        return fetched == null ? cache.cached() : fetched.optional().orElseGet(cache::cached);
    }

    public Optional<Category> withId(@Nullable String id) {
        return categories().stream()
                .filter(category -> category.id().equals(id))
                .findFirst();
    }

    /** Creates the menu of each page. */
    @Component
    static final class Factory implements HeaderPart.Factory {

        private final CategoryCache cache;

        Factory(CategoryCache cache) {
            this.cache = cache;
        }

        @Override
        public String attribute() {
            return "categoryMenu";
        }

        @Override
        public CategoryMenu create(Page page) {
            return new CategoryMenu(cache, page);
        }
    }
}
