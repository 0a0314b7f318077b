package com.anycompany.shop.recommendation.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.recommendation.together.Basket.Pair;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BasketTests {

    @Test
    void twoProducts_areAPairInBothDirections() {
        assertThat(pairs("a", "b")).containsExactlyInAnyOrder(new Pair("a", "b"), new Pair("b", "a"));
    }

    @Test
    void repeatedProduct_isNotPairedWithItself() {
        assertThat(pairs("a", "a")).isEmpty();
        assertThat(pairs("a", "b", "a")).hasSize(2);
    }

    @Test
    void longBasket_stillFitsIntoOneTransaction() {
        String[] fifty = IntStream.range(0, 50).mapToObj(String::valueOf).toArray(String[]::new);

        assertThat(pairs(fifty))
                .hasSize(90)
                .doesNotHaveDuplicates()
                .allMatch(pair -> pair.product().length() == 1);
    }

    private static List<Pair> pairs(String... products) {
        return new Basket("order", List.of(products)).pairs();
    }
}
