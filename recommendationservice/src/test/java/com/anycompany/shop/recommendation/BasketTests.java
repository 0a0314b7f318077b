package com.anycompany.shop.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.recommendation.Basket.Pair;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BasketTests {

    @Test
    void twoProducts_areAPairInBothDirections() {
        assertThat(pairs("a", "b")).containsExactlyInAnyOrder(new Pair(id("a"), id("b")), new Pair(id("b"), id("a")));
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
                .allMatch(pair -> pair.product().value().startsWith("200000000000"));
    }

    /** A product id that ends with the given letter or number. */
    private static ProductId id(String end) {
        int number = end.chars().allMatch(Character::isDigit) ? Integer.parseInt(end) : end.charAt(0);
        return new ProductId("20000000%05d".formatted(number));
    }

    private static List<Pair> pairs(String... products) {
        return new Basket(
                        new OrderId("order"),
                        Stream.of(products).map(BasketTests::id).toList())
                .pairs();
    }
}
