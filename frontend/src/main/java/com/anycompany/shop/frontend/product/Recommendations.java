package com.anycompany.shop.frontend.product;

import java.util.List;

/** Products that go with another one, and why. */
public record Recommendations(String basis, List<Product> products) {

    public boolean boughtTogether() {
        return basis.equals("bought-together");
    }
}
