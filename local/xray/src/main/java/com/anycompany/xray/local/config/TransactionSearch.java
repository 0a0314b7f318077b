package com.anycompany.xray.local.config;

/**
 * The settings of Transaction Search: the destination of segments, and the percentage of traces that is indexed. They are
 * stored and returned only: X-Ray Local stores and indexes every trace.
 */
public final class TransactionSearch {

    public static final double MAX_PERCENTAGE = 100;

    private String destination;
    private IndexingRule rule;

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

    public synchronized IndexingRule rule() {
        return rule;
    }

    public synchronized void setRule(IndexingRule wanted) {
        rule = wanted;
    }
}
