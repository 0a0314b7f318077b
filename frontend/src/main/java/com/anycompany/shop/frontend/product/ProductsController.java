package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.remote.Answer;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;

/** Products by category and by search, some at a time. */
@Controller
class ProductsController {

    private static final int PAGE_SIZE = 12;
    private static final int LONGEST_QUERY = 80;
    private static final int LAST_PAGE = 10_000;

    private final CatalogClient catalog;

    ProductsController(CatalogClient catalog) {
        this.catalog = catalog;
    }

    /** What was asked for; people count pages from 1. */
    record Search(@Nullable String query, @Nullable String category, int page) {

        static Search of(String query, String category, String page) {
            String words = query.strip();
            String shortened = words.length() > LONGEST_QUERY ? words.substring(0, LONGEST_QUERY) : words;
            return new Search(emptyToNull(shortened), emptyToNull(category.strip()), pageNumber(page));
        }

        private static @Nullable String emptyToNull(String text) {
            return text.isEmpty() ? null : text;
        }

        private static int pageNumber(String typed) {
            try {
                return Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(typed.strip())));
            } catch (NumberFormatException e) {
                return 1;
            }
        }
    }

    @GetMapping("/products")
    String products(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "1") String page,
            Page shown,
            Model model) {
        Search search = Search.of(query, category, page);
        Answer<Products> products = shown.calls()
                .read(
                        RemoteService.CATALOG,
                        () -> catalog.search(search.query(), search.category(), search.page() - 1, PAGE_SIZE));
        model.addAttribute("search", search);
        model.addAttribute("currentCategory", search.category());
        model.addAttribute("products", found(products));
        model.addAttribute("category", named(search.category(), shown).orElse(null));
        return "product/products";
    }

    private static Products found(Answer<Products> answer) {
        try {
            return answer.get();
        } catch (HttpClientErrorException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such products", e);
        }
    }

    private static Optional<Category> named(@Nullable String id, Page page) {
        return page.menu().stream().filter(category -> category.id().equals(id)).findFirst();
    }
}
