package com.anycompany.capacitydb.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A table of cases: lines of columns between bars; the first is the page of AWS's documentation, the last what's expected. */
final class CaseTable {

    private CaseTable() {}

    record Case(int line, List<String> columns) {

        String column(int index) {
            return columns.get(index);
        }

        String expected() {
            return columns.get(columns.size() - 1);
        }

        private String name() {
            return line + ": " + String.join(" | ", columns);
        }
    }

    /** A test for each line of the table. */
    static Stream<DynamicTest> tests(String file, int columns, Consumer<Case> test) throws IOException {
        try (InputStream in = Objects.requireNonNull(CaseTable.class.getResourceAsStream(file), file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return Stream.iterate(0, index -> index + 1)
                    .limit(lines.size())
                    .filter(index -> !lines.get(index).startsWith("#"))
                    .map(index -> new Case(index + 1, columns(lines.get(index), columns)))
                    .map(row -> DynamicTest.dynamicTest(row.name(), () -> test.accept(row)));
        }
    }

    private static List<String> columns(String line, int count) {
        String[] columns = (line + " ").split(" \\|(?= )", count);
        if (columns.length != count) {
            throw new IllegalArgumentException(columns.length + " columns: " + line);
        }
        columns[count - 1] = columns[count - 1].substring(0, columns[count - 1].length() - 1);
        return Arrays.stream(columns)
                .map(column -> column.startsWith(" ") ? column.substring(1) : column)
                .toList();
    }
}
