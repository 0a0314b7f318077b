package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.contexts.ThreadLocalSegmentContext;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.FacadeSegment;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.TraceHeader.SampleDecision;

/**
 * Segment context that records the work of a thread after the response was sent.
 *
 * <p>The SDK would send the finished segment a second time, and X-Ray keeps the first copy only: the late call would be
 * lost, and the callee's segment would have no parent. With this context, a subsegment that begins after its segment was sent
 * is sent as an independent subsegment:
 *
 * <pre>
 * request  |----------|            sent
 * worker        |- - - - -|=====|  the call |=====| is sent by itself, parent_id = the request's segment
 * </pre>
 *
 * <p>Beginning and ending an entity locks its segment. Otherwise, if the segment and its last subsegment end on two threads
 * at once, each may see the other as unfinished, and neither sends the segment.
 *
 * <p>Decision: docs/adr/013-exceptions-once.md.
 */
final class LateSubsegmentContext extends ThreadLocalSegmentContext {

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

    /** Ends a segment, on the thread whose current entity it is. */
    static void endSegment(AWSXRayRecorder recorder, Segment segment) {
        synchronized (segment) {
            recorder.endSegment();
        }
    }

    private static boolean isSent(Segment segment) {
        return segment.isRecording() && segment.isEmitted() && !(segment instanceof FacadeSegment);
    }
}
