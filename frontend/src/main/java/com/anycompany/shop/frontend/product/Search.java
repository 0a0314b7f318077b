package com.anycompany.shop.frontend.product;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A list of products that a shopper asks for: which ones, in which order, and which page of them.
 *
 * @param page counts from 1
 */
public record Search(@Nullable String query, @Nullable String category, Refinement refinement, int page) {

    private static final int MAX_QUERY_LENGTH = 80;
    private static final int MAX_PAGE = 10_000;

    static Search of(String query, String category, Refinement refinement, String page) {
        String words = query.strip();
        String shortened = words.length() > MAX_QUERY_LENGTH ? words.substring(0, MAX_QUERY_LENGTH) : words;
        return new Search(emptyToNull(shortened), emptyToNull(category.strip()), refinement, pageNumber(page));
    }

    /** Whether it is for all products: without a word, in no category. */
    public boolean everything() {
        return query == null && category == null;
    }

    /** The address of the same list's other page, with those parameters that differ from the default. */
    public String addressOfPage(int other) {
        return address(refinement, other);
    }

    /** The address of the list in the order of names and with all prices. */
    public String addressOfAllPrices() {
        return address(Refinement.NONE, 1);
    }

    private String address(Refinement refined, int number) {
        List<String> parameters = new ArrayList<>();
        add(parameters, "category", category);
        add(parameters, "query", query);
        add(parameters, "sort", refined.sort().equals(Refinement.BY_NAME) ? null : refined.sort());
        add(parameters, "from", emptyToNull(refined.from()));
        add(parameters, "to", emptyToNull(refined.to()));
        add(parameters, "page", number == 1 ? null : Integer.toString(number));
        return parameters.isEmpty() ? "/products" : "/products?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(name + "=" + UriUtils.encode(value, "UTF-8"));
        }
    }

    /** What the form above the list shows. */
    public Form form() {
        return new Form(query, category, refinement, addressOfAllPrices());
    }

    /** Everything that the form above a list depends on; it is the same on each page of the list. */
    public record Form(@Nullable String query, @Nullable String category, Refinement refinement, String allPrices) {}

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
