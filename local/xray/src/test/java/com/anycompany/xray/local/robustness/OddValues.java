package com.anycompany.xray.local.robustness;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that nobody expects where they stand, as JSON has them. */
final class OddValues {

    private static final List<Object> VALUES = Arrays.asList(
            null,
            true,
            false,
            0,
            -1,
            1,
            404,
            429,
            503,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            new BigInteger("99999999999999999999999999"),
            new BigDecimal("1e308"),
            new BigDecimal("-1e-400"),
            new BigDecimal("1480615200.000001"),
            1_480_615_200_000L,
            0.1,
            -0.0,
            "",
            " ",
            "0",
            "NaN",
            "true",
            "subsegment",
            "aws",
            "remote",
            "a\u0000b\u001f",
            "\ud800",
            "\ud83d\ude00",
            "\u202egnp.exe",
            "<script>alert(1)</script>",
            "53995c3f42cd8ad8",
            "0000000000000000",
            "1-58406520-a006649127e371903a2de979",
            "58406520a006649127e371903a2de979",
            "[]",
            "{\"\":{}}");

    private OddValues() {}

    static Object any(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> "x".repeat(1 + random.nextInt(70_000));
            case 1 -> nested(random.nextInt(300));
            case 2 -> "é".repeat(random.nextInt(300));
            case 3 -> random.nextLong();
            case 5, 6 -> new ArrayList<>();
            case 7, 8 -> new LinkedHashMap<>();
            case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    /** A list that can be spoilt further. */
    static List<Object> list(Object element) {
        return new ArrayList<>(List.of(element));
    }

    private static Object nested(int depth) {
        Object value = "bottom";
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? list(value) : new LinkedHashMap<>(Map.of("subsegments", value));
        }
        return value;
    }
}
