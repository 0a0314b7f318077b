package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.shop.commandline.UserError;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class TraceSelectionTests {

    private final TraceSelection selection = new TraceSelection("http://127.0.0.1:1", Clock.systemDefaultZone());

    @Test
    void whatIsNeitherTimeNorTrace_isNamedWithTheForms() {
        assertThatThrownBy(() -> selection.facts("yesterday", false))
                .isInstanceOf(UserError.class)
                .hasMessage("'yesterday' is neither a time (FROM/TO, such as 13:05/13:10 or 10m/5m) nor a trace id.");
        assertThatThrownBy(() -> selection.facts("13:05/later", false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'later' is no time; write one like 13:05");
    }

    @Test
    void timeThatEndsBeforeItBegins_isRefused() {
        assertThatThrownBy(() -> selection.facts("5m/10m", false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("write the earlier time first");
    }

    @Test
    void absentServer_isNamed() {
        assertThatThrownBy(() -> selection.facts("10m/now", false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is the shop up?");
    }
}
