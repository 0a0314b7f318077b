package com.anycompany.xray.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOrderTests {

    private final TimeOrder order = new TimeOrder();

    private static StoredTrace trace(long number) {
        return new StoredTrace(new TraceId(number, number), number, 0);
    }

    private List<StoredTrace> newestFirst(Cursor first, Cursor end, int limit) {
        List<StoredTrace> found = new ArrayList<>();
        order.newestFirst(first, end, trace -> {
            found.add(trace);
            return found.size() < limit;
        });
        return found;
    }

    /** A tree beside it gives the same answers; {@code spread} decides how many share a time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 1_000_000})
    void whateverComesAndGoes_theOrderIsThatOfATree(int spread) {
        Random random = new Random(spread);
        NavigableMap<Cursor, StoredTrace> tree = new TreeMap<>();
        List<Cursor> keys = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            boolean grows = i < 12_000 || i > 20_000 && i < 24_000;
            if (keys.isEmpty() || random.nextInt(10) < (grows ? 8 : 3)) {
                Cursor key = new Cursor(random.nextInt(spread) - spread / 3, i);
                StoredTrace trace = trace(i);
                order.add(key.millis(), trace);
                tree.put(key, trace);
                keys.add(key);
            } else {
                Cursor key = keys.set(random.nextInt(keys.size()), keys.get(keys.size() - 1));
                keys.remove(keys.size() - 1);
                order.remove(key.millis(), tree.get(key));
                tree.remove(key);
            }
            if (i % 100 == 0) {
                compare(tree, random, spread);
            }
        }
        assertThat(order.size()).isEqualTo(tree.size());
    }

    private void compare(NavigableMap<Cursor, StoredTrace> tree, Random random, int spread) {
        Cursor one = new Cursor(random.nextInt(spread) - spread / 3, random.nextInt(30_000));
        Cursor other = new Cursor(random.nextInt(spread) - spread / 3, Long.MIN_VALUE);
        Cursor first = one.compareTo(other) < 0 ? one : other;
        Cursor end = first == one ? other : one;
        List<StoredTrace> expected =
                List.copyOf(tree.subMap(first, true, end, false).descendingMap().values());
        assertThat(newestFirst(first, end, Integer.MAX_VALUE)).isEqualTo(expected);
        if (expected.size() > 3) {
            assertThat(newestFirst(first, end, 3)).isEqualTo(expected.subList(0, 3));
        }
    }

    @Test
    void whatComesAtTheEnd_andLeavesAtTheBeginning_isFoundMeanwhile() {
        for (int i = 0; i < 10_000; i++) {
            order.add(i / 3, trace(i));
        }
        assertThat(newestFirst(new Cursor(10, 0), new Cursor(12, Long.MIN_VALUE), 99))
                .extracting(StoredTrace::number)
                .containsExactly(35L, 34L, 33L, 32L, 31L, 30L);
    }

    @Test
    void nothing_isFoundInNothing() {
        assertThat(newestFirst(new Cursor(0, 0), new Cursor(9, 9), 9)).isEmpty();
        assertThat(order.size()).isZero();
    }

    @Test
    void removalOfAnother_isADefect() {
        order.add(7, trace(1));

        assertThatThrownBy(() -> order.remove(7, trace(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> order.remove(8, trace(1))).isInstanceOf(IllegalStateException.class);
        assertThat(order.size()).isOne();
    }
}
