package com.anycompany.shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordTests {

    @ParameterizedTest
    @CsvSource({
        "lamps, lamp",
        "mugs, mug",
        "batteries, batter",
        "pies, pie",
        "glasses, glass",
        "torches, torch",
        "glass, glass",
        "gas, gas",
        "kettle, kettle"
    })
    void singular_isWhatBothFormsHaveInCommon(String word, String singular) {
        assertThat(new SearchWord(word).singular()).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({
        "kettle, ketle, true",
        "kettle, kettlle, true",
        "kettle, kattle, true",
        "kettle, ketlte, true",
        "kettle, kettle, true",
        "kettle, ktele, false",
        "kettle, mettle, false",
        "lamp, lam, true",
        "lamp, la, false",
        "lamp, map, false"
    })
    void typingError_isOneLetterOrTwoExchangedOnes(String right, String typed, boolean isOne) {
        assertThat(SearchWord.isTypingErrorOf(right, typed)).isEqualTo(isOne);
    }

    @Test
    void query_hasTheWordsOfLettersAndDigits_onceEach() {
        assertThat(SearchWord.of("  Over-Ear, over  №5 "))
                .extracting(SearchWord::text)
                .containsExactly("over", "ear", "5");
        assertThat(SearchWord.of(" . %$ ")).isEmpty();
    }
}
