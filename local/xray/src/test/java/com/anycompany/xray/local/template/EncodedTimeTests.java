package com.anycompany.xray.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.json.DecimalNumber;
import com.anycompany.xray.local.segment.EntityTime;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTimeTests {

    private static long read(String text, String behind) {
        byte[] bytes = ("{" + text + behind).getBytes(StandardCharsets.US_ASCII);
        return EncodedTime.read(bytes, 1, bytes.length);
    }

    private static String write(long time) {
        byte[] out = new byte[40];
        int end = EncodedTime.write(time, out, 3);
        assertThat(end).isEqualTo(3 + EncodedTime.length(time));
        return new String(out, 3, end - 3, StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "1480615200.123, 1480615200123000",
        "1480615200, 1480615200000000",
        "1480615200.0, 1480615200000000",
        "1480615200.000001, 1480615200000001",
        "1480615200.120000, 1480615200120000",
        "2147483647.999999, 2147483647999999",
        "1.480615200123E9, 1480615200123000",
        "1.480615200E9, 1480615200000000",
        "1.480615200123456E9, 1480615200123456",
        "1.480615200000000E9, 1480615200000000"
    })
    void usualSpellings_areKeptToTheByte(String text, long micros) {
        for (String behind : new String[] {"", ",", "}", " "}) {
            long time = read(text, behind);
            assertThat(time).as(text + behind).isNotEqualTo(EncodedTime.TEXT);
            assertThat(EncodedTime.micros(time)).isEqualTo(micros);
            assertThat(write(time)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1480615200.1234567",
                "1480615200.",
                "1480615200.1E0",
                "1480615200e0",
                "148061520.123",
                "14806152000",
                "0480615200.123",
                "2147483648",
                "2147483648.5",
                "-1480615200.1",
                "1.4806152E9",
                "1.480615200123E8",
                "1.480615200123E90",
                "1.480615200123E+9",
                "1.480615200123e9",
                "1.4806152001234567E9",
                "1.48061520x123E9",
                "1480615200.12.3",
                "1480615",
                ".480615200123",
                "1.48061520",
                "1"
            })
    void others_areText(String text) {
        assertThat(read(text, "")).isEqualTo(EncodedTime.TEXT);
        assertThat(read(text, ",")).isEqualTo(EncodedTime.TEXT);
    }

    @Test
    void any_saysWhatTheNumberSays() {
        Random random = new Random(9);
        for (int i = 0; i < 100_000; i++) {
            int decimals = random.nextInt(9);
            StringBuilder text = new StringBuilder(Long.toString(random.nextLong(900_000_000L, 1L << 31 | 1 << 27)));
            boolean exponent = random.nextBoolean();
            for (int digit = 0; digit < decimals; digit++) {
                text.append(digit == 0 && !exponent ? "." : "").append((char) ('0' + random.nextInt(10)));
            }
            if (exponent) {
                text.insert(1, '.').append("E9");
            }
            long time = read(text.toString(), ",");
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            boolean ten = text.indexOf(".") == 10 || exponent && text.length() >= 13 || text.length() == 10;
            if (time != EncodedTime.TEXT) {
                assertThat(EncodedTime.micros(time))
                        .isEqualTo(EntityTime.micros(DecimalNumber.of(bytes, 0, bytes.length)));
                assertThat(write(time)).isEqualTo(text.toString());
            } else {
                assertThat(ten && decimals <= 6 && Double.parseDouble(text.toString()) < 1L << 31)
                        .as(text.toString())
                        .isFalse();
            }
        }
    }
}
