package com.anycompany.xray.local.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonProblemTests {

    private static String problem(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.ISO_8859_1);
        return JsonProblem.describe(catchThrowableOfType(JacksonException.class, () -> Json.read(bytes)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1             | it ends too early: a quote, brace or bracket isn't closed
            {"a":"b            | it ends too early: a quote, brace or bracket isn't closed
            {'a':1}            | ''' can't stand here
            {a:1}              | 'a' can't stand here
            {"a":1,}           | '}' can't stand here
            [1 2]              | '2' can't stand here
            {"a" 1}            | '1' can't stand here
            nonsense           | nonsense is neither a string in quotes nor a number, true, false or null
            {"a":NaN}          | NaN is neither a string in quotes nor a number, true, false or null
            {"a":"\\x"}        | a backslash in a string begins no valid escape
            {"a":01}           | a number is written in a way that JSON doesn't have
            """)
    void mistake_isSaidInWordsOfJson(String json, String words) {
        assertThat(problem(json)).startsWith(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "/* c */ {}",
                "{\"a\":\"\u00ff\"}",
                "{\"a\":\"\u00c3(\"}",
                "\u00ff",
                "[1]]",
                "{\"a\":tru}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":1e}",
                "{\"a\":--1}",
                "}",
                ",",
                "[,]",
                "{,}",
                "{\"a\"}",
                "#c\n{}",
            })
    void message_neverSpeaksOfTheParser(String json) {
        assertThat(problem(json))
                .doesNotContain("Feature", "Jackson", "Stream", "enable", "`", "tools.", "Parser", "(code");
    }

    @Test
    void deepNesting_isNamed() {
        assertThat(problem("[".repeat(300)))
                .startsWith("it is nested more than 200 deep")
                .doesNotContain("Constraints");
    }

    @Test
    void controlCharacterInAString_isNamed() {
        assertThat(problem("{\"a\":\"b\nc\"}")).startsWith("a string contains a control character");
    }
}
