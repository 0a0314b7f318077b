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

    /** The categories that this page fetched, otherwise the cached ones. */
    public List<Category> categories() {
        return fetched == null ? cache.cached() : fetched.optional().orElseGet(cache::cached);
    }

    /**
     * The menu with its link to the page that shows it marked.
     *
     * @param current the category of the page, null for none
     * @param everything whether the page shows all products
     */
    public Departments marked(@Nullable String current, boolean everything) {
        return new Departments(categories(), current, everything);
    }

    /** What the menu shows. */
    public record Departments(
            List<Category> categories, @Nullable String current, boolean everything) {}

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
