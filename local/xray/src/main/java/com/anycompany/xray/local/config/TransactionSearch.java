package com.anycompany.xray.local.config;

import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of Transaction Search: the destination of segments, which is stored and returned only, and the percentage of
 * traces that is indexed. GetTraceSummaries finds indexed traces only, and only they are counted in groups. The others are
 * stored all the same: BatchGetTraces returns them, and the service graph of all traces counts them.
 *
 * <p>Whether a trace is indexed is decided by its id and by the percentage that was in force when its first document came, so that
 * every search and every group decides alike, and a later change doesn't index it (ADR 057):
 *
 * <pre>
 * rules                                     100 % from 9:00, 1 % from 10:00, 50 % from 11:00
 * trace that came at 10:30                  1 %
 * hash of its id, as a share of the range   0 ........ 0.0099 | 0.0100 ........ 1
 * indexed                                   yes               | no
 * </pre>
 *
 * At the same time, a trace that is indexed at a percentage would be indexed at every higher one.
 */
public final class TransactionSearch {

    public static final double MAX_PERCENTAGE = 100;

    /** Older rules are forgotten; the oldest one that is left then holds for all times before it. */
    private static final int MAX_RULES = 1000;

    private static final double RANGE = 0x1p53;

    private String destination;

    /** From the first to the present one. */
    private volatile List<IndexingRule> rules;

    /** The one indexing rule as it is from a time on; its name is {@code Default}. */
    public record IndexingRule(double desiredPercentage, long modifiedMillis) {}

    public TransactionSearch(String destination, long nowMillis) {
        this.destination = destination;
        this.rules = List.of(new IndexingRule(MAX_PERCENTAGE, nowMillis));
    }

    public synchronized String destination() {
        return destination;
    }

    public synchronized void setDestination(String wanted) {
        destination = wanted;
    }

    public IndexingRule rule() {
        List<IndexingRule> known = rules;
        return known.get(known.size() - 1);
    }

    public synchronized void setRule(IndexingRule wanted) {
        List<IndexingRule> known = new ArrayList<>(rules);
        if (known.size() == MAX_RULES) {
            known.remove(0);
        }
        known.add(wanted);
        rules = List.copyOf(known);
    }

    /**
     * Whether the trace is found by searches and counted in groups.
     *
     * @param receivedMillis when its first document came
     */
    public boolean indexes(TraceId id, long receivedMillis) {
        double percentage = percentageAt(receivedMillis);
        return percentage >= MAX_PERCENTAGE || (hash(id) >>> 11) < percentage / MAX_PERCENTAGE * RANGE;
    }

    private double percentageAt(long millis) {
        List<IndexingRule> known = rules;
        int rule = known.size() - 1;
        while (rule > 0 && known.get(rule).modifiedMillis() > millis) {
            rule--;
        }
        return known.get(rule).desiredPercentage();
    }

    /** The finalizer of SplitMix64: ids that differ in one bit get hashes that differ in half of theirs. */
    private static long hash(TraceId id) {
        long mixed = id.high() * 0x9e3779b97f4a7c15L ^ id.low();
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
