package com.anycompany.shop.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "2h, PT2H", "1d, PT24H", "PT2M, PT2M", "' 1s ', PT1S"})
    void parse_readsNumberWithUnitOrIso8601(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "soon", "1.5s", "-5s", "-PT1S", "9999999999s"})
    void parse_namesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' isn't a duration; write 500ms, 30s, 5m, 2h or 1d");
    }

    @Test
    void seconds_haveOneDecimal() {
        assertThat(Durations.seconds(Duration.ofMillis(4249))).isEqualTo("4.2 s");
    }

    @Test
    void wholeMinutes_arePrintedAsMinutes() {
        assertThat(Durations.minutesOrSeconds(Duration.ofMinutes(2))).isEqualTo("2 min");
        assertThat(Durations.minutesOrSeconds(Duration.ofSeconds(90))).isEqualTo("90.0 s");
        assertThat(Durations.minutesOrSeconds(Duration.ZERO)).isEqualTo("0.0 s");
    }

    @Test
    void units_beginWithTheLargest() {
        assertThat(Durations.units(Duration.ZERO)).isEqualTo("0s");
        assertThat(Durations.units(Duration.ofSeconds(303))).isEqualTo("5m 3s");
        assertThat(Durations.units(Duration.ofDays(1).plusHours(2).plusSeconds(7)))
                .isEqualTo("1d 2h 0m 7s");
    }
}
