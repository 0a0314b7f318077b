package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists of products, by category and by search, page by page. */
@Controller
class ProductsController {

    private static final int PAGE_SIZE = 12;
    private static final int MAX_QUERY_LENGTH = 80;
    private static final int MAX_PAGE = 10_000;

    private final Catalog catalog;

    ProductsController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The search of one request; {@code page} counts from 1. */
    record Search(@Nullable String query, @Nullable String category, int page) {

        static Search of(String query, String category, String page) {
            String words = query.strip();
            String shortened = words.length() > MAX_QUERY_LENGTH ? words.substring(0, MAX_QUERY_LENGTH) : words;
            return new Search(emptyToNull(shortened), emptyToNull(category.strip()), pageNumber(page));
        }

        /** Whether it is for all products: without a word, in no category. */
        public boolean everything() {
            return query == null && category == null;
        }

        /** The address of the same list's other page. */
        String addressOfPage(int other) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/products");
            if (category != null) {
                address.queryParam("category", "{category}");
            }
            if (query != null) {
                address.queryParam("query", "{query}");
            }
            Map<String, Object> values = new HashMap<>();
            values.put("category", category == null ? "" : category);
            values.put("query", query == null ? "" : query);
            return address.queryParam("page", other)
                    .encode()
                    .buildAndExpand(values)
                    .toUriString();
        }

        private static @Nullable String emptyToNull(String text) {
            return text.isEmpty() ? null : text;
        }

        private static int pageNumber(String typed) {
            try {
                return Math.min(MAX_PAGE, Math.max(1, Integer.parseInt(typed.strip())));
            } catch (NumberFormatException e) {
                return 1;
            }
        }
    }

    /**
     * The numbers in the pager: the first, the last, the page and its neighbours; 0 stands for those between that are left out.
     * Page 6 of 12: {@code 1 0 5 6 7 0 12}.
     */
    static List<Integer> pages(int page, int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            boolean shown = number == 1 || number == last || Math.abs(number - page) <= 1;
            if (shown) {
                numbers.add(number);
            } else if (numbers.get(numbers.size() - 1) != 0) {
                numbers.add(0);
            }
        }
        return numbers;
    }

    @GetMapping("/products")
    String products(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "1") String page,
            @RequestAttribute("page") Page request,
            @RequestAttribute CategoryMenu categoryMenu,
            Model model) {
        Search search = Search.of(query, category, page);
        CatalogAnswer<Products> products =
                found(catalog.list(search.query(), search.category(), search.page() - 1, PAGE_SIZE, request.calls()));
        int last = products.value().pages();
        if (search.page() > last) {
            return "redirect:" + search.addressOfPage(last);
        }
        Category shown = categoryMenu.withId(search.category()).orElse(null);
        if (search.category() != null
                && shown == null
                && search.query() == null
                && products.value().total() == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such category");
        }
        model.addAttribute("pages", pages(search.page(), last));
        model.addAttribute("search", search);
        model.addAttribute("currentCategory", search.category());
        model.addAttribute("products", products.value());
        model.addAttribute("catalogAge", products.ageInMinutes());
        model.addAttribute("category", shown);
        return "product/products";
    }

    private static CatalogAnswer<Products> found(CatalogRequest<Products> products) {
        try {
            return products.answer();
        } catch (HttpClientErrorException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such products", e);
        }
    }
}
