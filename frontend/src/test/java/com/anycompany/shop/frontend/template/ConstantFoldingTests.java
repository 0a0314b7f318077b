package com.anycompany.shop.frontend.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantFoldingTests {

    private final ConstantFolding constants = new ConstantFolding(key -> "<" + key + ">", path -> path + "?hash");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<p th:text=\"#{a.b-c}\">Text</p>, <p>&lt;a.b-c&gt;</p>",
                "<a class=\"x\" th:text=\"#{a}\" id=\"y\">Text</a>, <a class=\"x\" id=\"y\">&lt;a&gt;</a>",
                "<dt th:text=\"#{a}\">T</dt><dd th:text=\"#{b}\">U</dd>, <dt>&lt;a&gt;</dt><dd>&lt;b&gt;</dd>",
                "<nav th:attr=\"aria-label=#{a}\">, <nav aria-label=\"&lt;a&gt;\">",
                "<meta th:content=\"#{a}\">, <meta content=\"&lt;a&gt;\">",
                "<a th:href=\"@{/cart}\">, <a href=\"/cart?hash\">",
                "<img th:src=\"@{/images/logo.svg}\">, <img src=\"/images/logo.svg?hash\">"
            })
    void constants_areReplaced(String template, String folded) {
        assertThat(constants.fold(template)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"#{a(${x})}\">Text</p>",
                "<p th:text=\"#{${'a.' + x}}\">Text</p>",
                "<p th:text=\"${x}\">Text</p>",
                "<a th:href=\"@{/products/{id}(id=${x})}\">Text</a>",
                "<a th:href=\"@{/products(category=${x})}\">Text</a>",
                "<a th:href=\"@{${x}}\">Text</a>",
                "<form th:action=\"@{/checkout}\">",
                "<nav th:attr=\"aria-label=#{a},aria-current=${x}\">"
            })
    void whatDependsOnThePage_stays(String template) {
        assertThat(constants.fold(template)).isEqualTo(template);
    }

    @Test
    void otherAttributesOfTheElement_stay() {
        assertThat(constants.fold("<p th:if=\"${x}\" th:text=\"#{a}\">Text</p>"))
                .isEqualTo("<p th:if=\"${x}\">&lt;a&gt;</p>");
        assertThat(constants.fold("<a th:href=\"@{/cart}\" th:text=\"#{a}\">Text</a>"))
                .isEqualTo("<a href=\"/cart?hash\">&lt;a&gt;</a>");
    }

    @Test
    void dollarsAndBackslashesOfAMessage_areText() {
        assertThat(new ConstantFolding(key -> "$1 \\", path -> path).fold("<p th:text=\"#{a}\">Text</p>"))
                .isEqualTo("<p>$1 \\</p>");
    }
}
