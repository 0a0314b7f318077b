package com.anycompany.xray.local.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.segment.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObservationsTests {

    private record One(int key, int second, int start, Outcome outcome, long micros, long envelope) {}

    private static List<One> contents(Observations observations) {
        List<One> contents = new ArrayList<>();
        Observations.Reading each = observations.read();
        while (each.next()) {
            contents.add(new One(
                    each.key(),
                    each.second(),
                    each.startSecond(),
                    each.outcome(),
                    each.micros(),
                    each.envelopeMicros()));
        }
        return contents;
    }

    private static Observations of(List<One> all) {
        Observations.Builder builder = new Observations.Builder();
        all.forEach(one -> builder.add(one.key, one.second, one.start, one.outcome, one.micros, one.envelope));
        return builder.build(5);
    }

    @Test
    void theUnusual_isKeptAsItIs_amongTheUsual() {
        List<One> all = List.of(
                new One(0, 1_800_000_000, 1_799_999_999, Outcome.OK, 0, 0),
                new One((1 << 30) - 1, 1_800_000_000, 1_799_999_999, Outcome.FAULT, (1L << 30) - 1, (1L << 30) - 1),
                new One(7, 1_800_000_000, 1_799_999_999, Outcome.THROTTLE, 1L << 30, 1L << 30),
                new One(8, 1_800_000_001, 1_799_999_999, Outcome.ERROR, 12, 12),
                new One(9, -1, 1_799_999_999, Outcome.ERROR, 12, Long.MAX_VALUE),
                new One(9, 1_800_000_000, 1_799_999_998, Outcome.OK, 100_000_000_000_000_000L, 0));

        Observations observations = of(all);

        assertThat(contents(observations)).isEqualTo(all);
        assertThat(observations.groups()).isEqualTo(5);
    }

    @Test
    void any_areKept() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<One> all = new ArrayList<>();
            for (int i = random.nextInt(200); i > 0; i--) {
                long micros = random.nextLong() >>> 1 + random.nextInt(60);
                all.add(new One(
                        random.nextInt(1 << 30),
                        random.nextInt(5),
                        random.nextInt(3),
                        Outcome.at(random.nextInt(4)),
                        micros,
                        random.nextBoolean() ? micros : random.nextLong() >>> 1));
            }
            assertThat(contents(of(all))).isEqualTo(all);
        }
    }

    @Test
    void most_takeTwoInts() {
        List<One> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(new One(i, 1_800_000_000, 1_799_999_999, Outcome.OK, i * 1_000_000L, i * 1_000_000L));
        }
        assertThat(of(all).bytes()).isLessThan(850);
    }
}
