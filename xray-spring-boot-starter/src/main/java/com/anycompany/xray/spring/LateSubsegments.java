package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.contexts.ThreadLocalSegmentContext;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.FacadeSegment;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.TraceHeader.SampleDecision;

/**
 * Keeps what a worker does after the response was sent.
 *
 * <p>The SDK would send the finished segment a second time, and X-Ray keeps the first copy only: the late call would be
 * lost, and the callee's segment left without its parent. Here a subsegment that begins when its segment is already on its
 * way travels alone, as an independent subsegment of what it belongs to:
 *
 * <pre>
 * request  |----------|            sent
 * worker        |- - - - -|=====|  the call |=====| is sent by itself, parent_id = the request's segment
 * </pre>
 *
 * <p>Beginning and ending under one segment exclude each other. Otherwise the segment's end and that of its last
 * subsegment, on two threads, may each take the other for unfinished, and nobody sends the segment.
 *
 * <p>Decision: docs/adr/013-exceptions-once.md.
 */
final class LateSubsegments extends ThreadLocalSegmentContext {

    @Override
    public Subsegment beginSubsegment(AWSXRayRecorder recorder, String name) {
        Entity current = getTraceEntity();
        if (current == null) {
            return super.beginSubsegment(recorder, name);
        }
        synchronized (current.getParentSegment()) {
            if (isSent(current.getParentSegment())) {
                setTraceEntity(
                        new FacadeSegment(recorder, current.getTraceId(), current.getId(), SampleDecision.SAMPLED));
            }
            return super.beginSubsegment(recorder, name);
        }
    }

    @Override
    public void endSubsegment(AWSXRayRecorder recorder) {
        if (getTraceEntity() instanceof Subsegment late && late.getParent() instanceof FacadeSegment parent) {
            recorder.endSubsegment(late);
            setTraceEntity(parent);
            return;
        }
        Entity current = getTraceEntity();
        if (current == null) {
            super.endSubsegment(recorder);
            return;
        }
        synchronized (current.getParentSegment()) {
            super.endSubsegment(recorder);
        }
    }

    /** Ends a segment; to be called by the thread that works for it. */
    static void endSegment(AWSXRayRecorder recorder, Segment segment) {
        synchronized (segment) {
            recorder.endSegment();
        }
    }

    private static boolean isSent(Segment segment) {
        return segment.isRecording() && segment.isEmitted() && !(segment instanceof FacadeSegment);
    }
}
