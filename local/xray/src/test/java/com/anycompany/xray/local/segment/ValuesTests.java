package com.anycompany.xray.local.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTests {

    private static long micros(String number) {
        byte[] bytes = number.getBytes(StandardCharsets.US_ASCII);
        return PlainNumber.micros(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "1.5, 1500000",
        "1480615200.123456, 1480615200123456",
        "1.480615200123E9, 1480615200123000",
        "1.480615200123e+9, 1480615200123000",
        "15e-1, 1500000",
        "0.000001, 1",
        "2147483647.999999, 2147483647999999",
        // Left to a double.
        "0.0000001, -1",
        "1480615200.1234567, -1",
        "2147483648, -1",
        "1e1, -1",
        "1e-9999999999, -1",
        "1e9999999999, -1",
        "9223372036854775808, -1",
        "0.0000000000000000000000000001e28, -1"
    })
    void micros_areTold_orLeftToADouble(String number, long expected) {
        assertThat(micros(number)).isEqualTo(expected);
    }

    @Test
    void micros_areThoseOfTheDouble() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            BigDecimal seconds = BigDecimal.valueOf(random.nextLong(2_147_483_648_000_000L), 6)
                    .setScale(random.nextInt(7), RoundingMode.DOWN);
            String text =
                    random.nextBoolean() ? seconds.toPlainString() : seconds.unscaledValue() + "E-" + seconds.scale();
            assertThat(micros(text)).as(text).isEqualTo(EntityReader.micros(Double.parseDouble(text)));
        }
    }
}
