package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which names go to X-Ray. */
class SegmentNameTests {

    @Test
    void allowedCharacters_stay() {
        assertThat(new SegmentName("größe 1/a:b-c@d").value()).isEqualTo("größe 1/a:b-c@d");
    }

    @Test
    void otherCharacters_areReplaced() {
        assertThat(new SegmentName("what?<b>").value()).isEqualTo("what__b_");
    }

    @Test
    void noName_isUnknown() {
        assertThat(new SegmentName(" ").value()).isEqualTo("unknown");
    }

    @Test
    void longName_isCut() {
        assertThat(new SegmentName("a".repeat(300)).value()).hasSize(200);
    }
}
