package com.anycompany.xray.local.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTests {

    /** Close together, far apart, and first the one and then the other. */
    @ParameterizedTest
    @CsvSource({"60, 1", "300, 1", "60, 1000", "300, 100000000"})
    void whateverIsAddedAndTakenAway_theCountsAreThoseOfATree(int different, int apart) {
        Random random = new Random(different + apart);
        Histogram histogram = new Histogram();
        NavigableMap<Integer, Integer> tree = new TreeMap<>();
        for (int i = 0; i < 40_000; i++) {
            int value = random.nextInt(different) * (i / 5_000 % 2 == 0 ? 1 : apart) - (i == 12_345 ? 999 : 0);
            int count = random.nextInt(5) - 2;
            if (i / 10_000 % 2 == 1 && !tree.isEmpty()) {
                Integer known = tree.ceilingKey(value);
                value = known == null ? tree.lastKey() : known;
                count = -tree.getOrDefault(value, 0);
            }
            if (count != 0) {
                histogram.add(value, count);
                tree.merge(value, count, Integer::sum);
                tree.remove(value, 0);
            }
            if (i % 100 == 0) {
                compare(histogram, tree);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 1", "300, 1", "60, 1000"})
    void sums_areThoseOfTrees(int different, int apart) {
        Random random = new Random(different + apart);
        for (int round = 0; round < 300; round++) {
            Histogram sum = new Histogram();
            NavigableMap<Integer, Integer> tree = new TreeMap<>();
            for (int part = 0; part < 4; part++) {
                Histogram histogram = new Histogram();
                for (int i = random.nextInt(different * 2); i > 0; i--) {
                    int value = random.nextInt(different) * (random.nextBoolean() ? 1 : apart);
                    int count = 1 - 2 * random.nextInt(2);
                    histogram.add(value, count);
                    tree.merge(value, count, Integer::sum);
                    tree.remove(value, 0);
                }
                sum.addAll(histogram);
                compare(sum, tree);
            }
        }
    }

    @Test
    void whatNoPlaceIsFor_maySomeTimeCome() {
        Histogram histogram = new Histogram();
        NavigableMap<Integer, Integer> tree = new TreeMap<>();
        for (int value : IntStream.concat(IntStream.range(0, 32), IntStream.of(-1, 7, -2, 33))
                .toArray()) {
            histogram.add(value, 1);
            tree.merge(value, 1, Integer::sum);
        }
        compare(histogram, tree);
    }

    private static void compare(Histogram histogram, NavigableMap<Integer, Integer> tree) {
        List<Integer> values = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        histogram.forEach((value, count) -> {
            values.add(value);
            counts.add(count);
        });
        assertThat(values).isEqualTo(List.copyOf(tree.keySet()));
        assertThat(counts).isEqualTo(List.copyOf(tree.values()));
        assertThat(histogram.size()).isEqualTo(tree.size());
        if (!tree.isEmpty()) {
            assertThat(histogram.first()).isEqualTo(tree.firstKey());
            assertThat(histogram.last()).isEqualTo(tree.lastKey());
        }
    }
}
