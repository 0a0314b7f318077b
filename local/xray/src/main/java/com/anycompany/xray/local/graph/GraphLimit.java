package com.anycompany.xray.local.graph;

/**
 * Limit of a service graph's size, by which every graph can be built and written in the memory that there is.
 *
 * @param services services without clients, which come on top, as each belongs to one of them
 * @param calls calls between them, those of clients included
 */
record GraphLimit(int services, int calls) {

    /** The X-Ray console's own limit. */
    private static final int MOST_SERVICES = 10_000;

    private static final int LEAST_SERVICES = 500;
    private static final int CALLS_PER_SERVICE = 5;

    /** What a service takes with its client and its calls, as sums, as an object and as JSON, and some reserve. */
    private static final int BYTES_PER_SERVICE = 64 * 1024;

    /** 10,000 services; in a heap below 640 MB as many fewer as it is smaller. */
    static GraphLimit ofHeap(long maxHeapBytes) {
        long services = Math.min(MOST_SERVICES, Math.max(LEAST_SERVICES, maxHeapBytes / BYTES_PER_SERVICE));
        return ofServices((int) services);
    }

    static GraphLimit ofServices(int services) {
        return new GraphLimit(services, services * CALLS_PER_SERVICE);
    }
}
