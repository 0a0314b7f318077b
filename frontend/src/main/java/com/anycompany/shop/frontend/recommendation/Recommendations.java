package com.anycompany.shop.frontend.recommendation;

import com.anycompany.shop.frontend.catalog.Product;
import java.util.List;

/** Products that go with another one, and why. */
public record Recommendations(String basis, List<Product> products) {

    public boolean boughtTogether() {
        return basis.equals("bought-together");
    }
}
