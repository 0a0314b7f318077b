package com.anycompany.xray.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.segment.DocumentField;
import com.anycompany.xray.local.segment.EntityTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableReaderTests {

    private static long micros(String number) {
        byte[] bytes = number.getBytes(StandardCharsets.US_ASCII);
        long time = EncodedTime.read(bytes, 0, bytes.length);
        VariableWriter written = new VariableWriter();
        written.putLong(time);
        if (time == EncodedTime.TEXT) {
            written.putText(bytes, 0, bytes.length);
        }
        VariableReader values = new VariableReader(written.toArray(), 0, new SymbolTable());
        values.next(new Variable(Encoding.SECONDS, DocumentField.START_TIME, 0, ""));
        return values.micros();
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
        "2147483647.999999, 2147483647999999"
    })
    void micros_areTold(String number, long expected) {
        assertThat(micros(number)).isEqualTo(expected);
    }

    /** What is longer, later or otherwise than the usual. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0000001",
                "1480615200.1234567",
                "2147483648",
                "1e1",
                "1e-9999999999",
                "1e9999999999",
                "9223372036854775808",
                "0.0000000000000000000000000001e28"
            })
    void unusualMicros_areThoseOfTheDouble(String number) {
        assertThat(micros(number)).isEqualTo(EntityTime.micros(Double.parseDouble(number)));
    }

    @Test
    void micros_areThoseOfTheDouble() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            BigDecimal seconds = BigDecimal.valueOf(random.nextLong(2_147_483_648_000_000L), 6)
                    .setScale(random.nextInt(7), RoundingMode.DOWN);
            String text =
                    random.nextBoolean() ? seconds.toPlainString() : seconds.unscaledValue() + "E-" + seconds.scale();
            assertThat(micros(text)).as(text).isEqualTo(EntityTime.micros(Double.parseDouble(text)));
        }
    }
}
