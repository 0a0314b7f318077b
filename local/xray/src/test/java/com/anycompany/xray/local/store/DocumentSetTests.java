package com.anycompany.xray.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSetTests {

    private static final int MAX_OFFSET = Chunk.CAPACITY - 1;

    /** As a map would have it, from the few that are looked through to the many that are looked up. */
    @ParameterizedTest
    @ValueSource(ints = {1, 12, 31, 32, 33, 64, 65, 1000, 20_000})
    void documents_areFoundByEntity_andKeepTheirOrder(int entities) {
        Random random = new Random(entities);
        DocumentSet set = new DocumentSet();
        Map<Long, Long> expected = new LinkedHashMap<>();
        Map<Long, Boolean> inProgress = new LinkedHashMap<>();
        for (int i = 0; i < entities * 3; i++) {
            long entity = random.nextInt(entities) * 0x9E37_79B9L << random.nextInt(2) * 32;
            long reference = (long) i << 32 | random.nextInt(MAX_OFFSET + 1);
            boolean running = random.nextBoolean();
            assertThat(set.awaits(entity)).isEqualTo(inProgress.getOrDefault(entity, true));
            boolean isNew = expected.put(entity, reference) == null;
            inProgress.put(entity, running);
            assertThat(set.put(entity, running, reference)).isEqualTo(isNew);
            if (random.nextInt(100) == 0) {
                set.trim();
            }
        }
        assertThat(references(set)).containsExactlyElementsOf(expected.values());
    }

    private static List<Long> references(DocumentSet set) {
        List<Long> references = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            references.add(set.reference(i));
        }
        return references;
    }
}
