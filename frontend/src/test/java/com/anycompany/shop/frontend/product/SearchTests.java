package com.anycompany.shop.frontend.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTests {

    @Test
    void addressOfAnotherPage_keepsTheSearch() {
        Search search = Search.of("a&b=c é", "audio", Refinement.of("-price", "$20", "50"), "3");

        assertThat(search.addressOfPage(2))
                .isEqualTo("/products?category=audio&query=a%26b%3Dc%20%C3%A9&sort=-price&from=20&to=50&page=2");
        assertThat(search.addressOfAllPrices()).isEqualTo("/products?category=audio&query=a%26b%3Dc%20%C3%A9");
        assertThat(Search.of("", "", Refinement.NONE, "2").addressOfPage(1)).isEqualTo("/products");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20, 50, 20..50",
                "50, 20, 20..50",
                "' $ 9.90 ', '', 9.90..",
                "'', 49.9, ..49.9",
                "'', '', -",
                "cheap, 50, -",
                "1.234, '', -"
            })
    void prices_areRead_inEitherOrder(String from, String to, String range) {
        assertThat(Refinement.of("name", from, to).priceRange()).isEqualTo(range);
    }

    @Test
    void pricesThatCantBeRead_areKeptForTheForm() {
        Refinement typed = Refinement.of("brand", "cheap", "50");

        assertThat(typed.isValid()).isFalse();
        assertThat(typed.from()).isEqualTo("cheap");
        assertThat(typed.sort()).isEqualTo("name");
    }
}
