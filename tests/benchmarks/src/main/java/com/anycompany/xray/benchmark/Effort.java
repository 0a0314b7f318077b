package com.anycompany.xray.benchmark;

/**
 * How much is measured.
 *
 * @param starts of each server
 * @param udpSeconds for each rate that is tried
 * @param udpLongSeconds for the rate that was found
 * @param putDocuments measured at a time
 * @param steadySeconds measured at the bound, after twice as many that aren't
 * @param bounds how many documents, or spans, are held at the bound
 * @param stored documents for queries
 * @param queries of each kind
 * @param filled documents that are more than fit into a store with the heap of {@code ./shop}
 */
record Effort(
        int starts,
        double udpSeconds,
        double udpLongSeconds,
        int putDocuments,
        double steadySeconds,
        int[] bounds,
        int stored,
        int queries,
        int[] growth,
        double overloadSeconds,
        int filled) {

    static final Effort QUICK =
            new Effort(1, 1, 2, 24_000, 1, new int[] {40_000}, 24_000, 20, new int[] {2_400, 12_000}, 3, 60_000);
    static final Effort FULL = new Effort(
            5,
            8,
            60,
            400_000,
            20,
            new int[] {150_000, 500_000},
            500_000,
            1_000,
            new int[] {10_000, 100_000, 1_000_000},
            60,
            800_000);
}
