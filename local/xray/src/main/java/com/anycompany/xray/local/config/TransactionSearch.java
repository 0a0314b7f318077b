package com.anycompany.xray.local.config;

import com.anycompany.xray.local.segment.TraceId;

/**
 * The settings of Transaction Search: the destination of segments, which is stored and returned only, and the percentage of
 * traces that is indexed. GetTraceSummaries finds indexed traces only, and only they are counted in groups. The others are
 * stored all the same: BatchGetTraces returns them, and the service graph of all traces counts them.
 *
 * <p>Which traces are indexed follows from their ids, so that every search and every group decides alike (ADR 057):
 *
 * <pre>
 * hash of the id, as a share of its range   0 ........ 0.0099 | 0.0100 ........ 1
 * indexed at 1 %                            yes               | no
 * </pre>
 *
 * A trace that is indexed at a percentage is indexed at every higher one.
 */
public final class TransactionSearch {

    public static final double MAX_PERCENTAGE = 100;

    private static final double RANGE = 0x1p53;

    private String destination;
    private volatile IndexingRule rule;

    /** The one indexing rule; its name is {@code Default}. */
    public record IndexingRule(double desiredPercentage, long modifiedMillis) {}

    public TransactionSearch(String destination, long nowMillis) {
        this.destination = destination;
        this.rule = new IndexingRule(MAX_PERCENTAGE, nowMillis);
    }

    public synchronized String destination() {
        return destination;
    }

    public synchronized void setDestination(String wanted) {
        destination = wanted;
    }

    public IndexingRule rule() {
        return rule;
    }

    public void setRule(IndexingRule wanted) {
        rule = wanted;
    }

    /** Whether the trace is found by searches and counted in groups. */
    public boolean indexes(TraceId id) {
        double percentage = rule.desiredPercentage();
        return percentage >= MAX_PERCENTAGE || (hash(id) >>> 11) < percentage / MAX_PERCENTAGE * RANGE;
    }

    /** The finalizer of SplitMix64: ids that differ in one bit get hashes that differ in half of theirs. */
    private static long hash(TraceId id) {
        long mixed = id.high() * 0x9e3779b97f4a7c15L ^ id.low();
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
