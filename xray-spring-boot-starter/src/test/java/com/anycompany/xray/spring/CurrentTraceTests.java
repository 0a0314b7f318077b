package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** What the static door does where there is nothing behind it. */
class CurrentTraceTests {

    @Test
    void withoutTrace_nothingHappens() {
        assertThat(CurrentTrace.id()).isEmpty();
        assertThatCode(() -> {
                    CurrentTrace.annotate("key", "value");
                    CurrentTrace.annotate("key", 1);
                    CurrentTrace.annotate("key", true);
                    CurrentTrace.user("Ann");
                    CurrentTrace.wrap(() -> {}).run();
                })
                .doesNotThrowAnyException();
    }
}
