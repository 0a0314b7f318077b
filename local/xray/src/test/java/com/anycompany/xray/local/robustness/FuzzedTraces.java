package com.anycompany.xray.local.robustness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Traces of documents that the document fuzzer spoils, and whose ids are drawn from a few: so parents are missing, form cycles,
 * or are shared. The same seed gives the same traces, apart from their trace ids.
 */
public final class FuzzedTraces {

    private static final int MAX_DOCUMENTS = 7;
    private static final int IDS = 9;
    private static final Pattern TRACE_ID = Pattern.compile("\"trace_id\":\"[^\"]*\"");
    private static final Pattern ENTITY_ID = Pattern.compile("\"(id|parent_id)\":\"[0-9a-f]{16}\"");

    private final Random random;
    private final List<byte[]> seeds = Seeds.documents();
    private final Mutator mutator;

    public FuzzedTraces(long seed) {
        random = new Random(seed);
        mutator = new JsonMutator(random, seeds);
    }

    /** The seed of this run: {@code -Dxray.fuzz.seed=…}, or one of its own. */
    public static long seed() {
        return FuzzRun.SEED;
    }

    /** The documents of the next trace; some are invalid. */
    public List<String> next(String traceId) {
        List<String> documents = new ArrayList<>();
        for (int i = 1 + random.nextInt(MAX_DOCUMENTS); i > 0; i--) {
            byte[] document = random.nextInt(4) == 0 ? seeds.get(random.nextInt(seeds.size())) : mutator.next();
            String text = TRACE_ID.matcher(new String(document, StandardCharsets.UTF_8))
                    .replaceFirst(Matcher.quoteReplacement("\"trace_id\":\"" + traceId + '"'));
            documents.add(random.nextInt(3) == 0 ? text : withDrawnIds(text));
        }
        return documents;
    }

    private String withDrawnIds(String document) {
        return ENTITY_ID
                .matcher(document)
                .replaceAll(found -> "\"%s\":\"%016x\"".formatted(found.group(1), 1 + random.nextInt(IDS)));
    }
}
