package com.anycompany.xray.local.junit;

/** Where assertions begin: {@code assertThat(graph).hasEdge("frontend", "catalogservice")}. */
public final class XRayAssertions {

    private XRayAssertions() {}

    public static TraceAssert assertThat(Trace trace) {
        return new TraceAssert(trace);
    }

    public static SegmentAssert assertThat(Segment segment) {
        return new SegmentAssert(segment);
    }

    public static ServiceGraphAssert assertThat(ServiceGraph graph) {
        return new ServiceGraphAssert(graph);
    }
}
