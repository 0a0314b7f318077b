package com.anycompany.shop.frontend.product;

import java.util.List;

/** Products that are recommended with another one; {@code basis} says why. */
public record Recommendations(String basis, List<Product> products) {

    public boolean boughtTogether() {
        return basis.equals("bought-together");
    }
}
