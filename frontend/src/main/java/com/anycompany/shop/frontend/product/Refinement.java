package com.anycompany.shop.frontend.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Order of a list of products, and the prices between which they are.
 *
 * @param sort {@code name}, {@code price}, or {@code -price} for the dearest first
 * @param from what the shopper typed as the lowest price; empty for none
 * @param to what the shopper typed as the highest price; empty for none
 */
public record Refinement(String sort, String from, String to) {

    static final String BY_NAME = "name";
    static final Refinement NONE = new Refinement(BY_NAME, "", "");

    private static final List<String> SORTS = List.of(BY_NAME, "price", "-price");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

    /** Reads request parameters. Prices that stand the wrong way round are exchanged; an unknown order is that of names. */
    static Refinement of(String sort, String from, String to) {
        Refinement typed =
                new Refinement(SORTS.contains(sort.strip()) ? sort.strip() : BY_NAME, amount(from), amount(to));
        return typed.isReversed() ? new Refinement(typed.sort, typed.to, typed.from) : typed;
    }

    public List<String> sorts() {
        return SORTS;
    }

    /** Whether the form differs from its default, so that something can be reset. */
    public boolean isSet() {
        return !equals(NONE);
    }

    /** Whether the prices can be read; otherwise the list shows all prices, and its form says what is wrong. */
    public boolean isValid() {
        return isAmount(from) && isAmount(to);
    }

    /** The range in the form that catalogservice reads: {@code 20..50}; null if all prices are asked for. */
    @Nullable
    String priceRange() {
        return !isValid() || (from.isEmpty() && to.isEmpty()) ? null : from + ".." + to;
    }

    private boolean isReversed() {
        return isValid() && !from.isEmpty() && !to.isEmpty() && new BigDecimal(from).compareTo(new BigDecimal(to)) > 0;
    }

    private static boolean isAmount(String text) {
        return text.isEmpty() || AMOUNT.matcher(text).matches();
    }

    /** Without the currency and the spaces that people type. */
    private static String amount(String typed) {
        String digits = typed.strip();
        return digits.startsWith("$") ? digits.substring(1).strip() : digits;
    }
}
