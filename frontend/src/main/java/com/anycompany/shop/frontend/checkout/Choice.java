package com.anycompany.shop.frontend.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a list from which a shopper chooses. */
record Choice(String code, String name) {

    /** A list and what is chosen from it; null or an unknown code for nothing. */
    record Choices(List<Choice> all, @Nullable String chosen) {}
}
