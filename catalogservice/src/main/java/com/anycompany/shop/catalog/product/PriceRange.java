package com.anycompany.shop.catalog.product;

import com.anycompany.service.spring.problem.InvalidValueException;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Range of prices in the shop's currency, both ends included: {@code 20..50}, {@code 20..} or {@code ..49.90}. */
public record PriceRange(@JsonValue String value) {

    private static final Pattern FORMAT =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,2})?)?\\.\\.([0-9]{1,9}(?:\\.[0-9]{1,2})?)?");

    public PriceRange {
        Matcher ends = ends(value);
        BigDecimal lowest = amount(ends.group(1));
        BigDecimal highest = amount(ends.group(2));
        if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
            throw new InvalidValueException("must begin with the lower price, as " + highest + ".." + lowest);
        }
    }

    boolean contains(BigDecimal price) {
        Matcher ends = ends(value);
        BigDecimal lowest = amount(ends.group(1));
        BigDecimal highest = amount(ends.group(2));
        return (lowest == null || price.compareTo(lowest) >= 0) && (highest == null || price.compareTo(highest) <= 0);
    }

    private static Matcher ends(String value) {
        Matcher ends = FORMAT.matcher(value);
        if (!ends.matches()) {
            throw new InvalidValueException("must be a range of prices, such as 20..50, 20.. or ..49.90");
        }
        return ends;
    }

    private static @Nullable BigDecimal amount(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
