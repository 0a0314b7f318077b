package com.anycompany.shop.frontend.product;

import java.util.List;

/** One page of a list of products; {@code page} counts from 0. */
public record Products(List<Product> products, int page, int size, int total) {

    public int pages() {
        return Math.max(1, (total + size - 1) / Math.max(1, size));
    }
}
