package com.anycompany.shop.frontend.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductsControllerTests {

    @Test
    void pager_hasTheFirstTheLastAndTheNeighbours() {
        assertThat(ProductsController.pages(1, 1)).isEqualTo(List.of(1));
        assertThat(ProductsController.pages(2, 4)).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(ProductsController.pages(6, 12)).isEqualTo(List.of(1, 0, 5, 6, 7, 0, 12));
        assertThat(ProductsController.pages(12, 12)).isEqualTo(List.of(1, 0, 11, 12));
    }
}
