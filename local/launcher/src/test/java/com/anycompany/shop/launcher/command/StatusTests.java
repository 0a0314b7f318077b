package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTests {

    @ParameterizedTest
    @CsvSource({
        "45, 'port 18080  pid 1234567  up 10m10s    154 MB'",
        "40, 'port 18080  up 10m10s    154 MB'",
        "25, 'port 18080  up 10m10s'"
    })
    void detail_hasTheColumnsThatFit(int columns, String detail) {
        assertThat(Status.detail("port 18080", "pid 1234567", "up 10m10s", "154 MB", columns))
                .isEqualTo(detail);
    }
}
