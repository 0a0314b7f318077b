package com.anycompany.shop.catalog.product;

import com.anycompany.service.spring.problem.InvalidValueException;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Order of a list of products: {@code name}, {@code price}, or {@code -price} for the dearest first. */
public record SortOrder(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("name|-?price");
    private static final Comparator<Product> BY_NAME =
            Comparator.comparing(Product::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Product::id);
    private static final Comparator<Product> BY_PRICE =
            Comparator.comparing(product -> product.price().amount());

    static final String DEFAULT = "name";

    public SortOrder {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException("must be name, price or -price");
        }
    }

    /** Products of one price are in the order of their names. */
    Comparator<Product> comparator() {
        return switch (value) {
            case "price" -> BY_PRICE.thenComparing(BY_NAME);
            case "-price" -> BY_PRICE.reversed().thenComparing(BY_NAME);
            default -> BY_NAME;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
