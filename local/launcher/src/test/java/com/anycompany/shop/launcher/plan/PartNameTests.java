package com.anycompany.shop.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.shop.commandline.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartNameTests {

    private static final List<String> KNOWN = List.of(
            "dynamodb", "xray", "frontend", "catalogservice", "cartservice", "recommendationservice", "loadgenerator");

    @ParameterizedTest
    @CsvSource({
        "xray, xray",
        "catalog, catalogservice",
        "load, loadgenerator",
        "recommend, recommendationservice",
        "f, frontend",
        "cat, catalogservice",
        "capacitydb, dynamodb"
    })
    void beginningThatOnlyOnePartHas_isThatPart(String typed, String part) {
        assertThat(PartName.resolve(typed, KNOWN)).isEqualTo(part);
    }

    @Test
    void beginningOfTwoParts_isRefusedWithBoth() {
        assertThatThrownBy(() -> PartName.resolve("ca", KNOWN))
                .isInstanceOf(UserError.class)
                .hasMessage("'ca' may be catalogservice or cartservice; write more of the name.");
    }

    @Test
    void noName_isAnsweredWithAll() {
        assertThatThrownBy(() -> PartName.resolve("", KNOWN))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Which part? There are dynamodb, xray, frontend");
    }
}
