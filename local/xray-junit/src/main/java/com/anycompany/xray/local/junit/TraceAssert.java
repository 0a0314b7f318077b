package com.anycompany.xray.local.junit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a trace. */
public final class TraceAssert extends AbstractAssert<TraceAssert, Trace> {

    TraceAssert(Trace actual) {
        super(actual, TraceAssert.class);
    }

    static TraceAssert assertThat(Trace actual) {
        return new TraceAssert(actual);
    }

    /** Its root has arrived, nothing is in progress, and every parent is there. */
    public TraceAssert isComplete() {
        Set<String> ids = actual.entities().map(Segment::id).collect(Collectors.toSet());
        if (actual.segments().stream().noneMatch(segment -> segment.parentId().isEmpty())) {
            failWithMessage("The root hasn't arrived of %s", actual);
        }
        actual.entities()
                .filter(Segment::inProgress)
                .findFirst()
                .ifPresent(running -> failWithMessage("\"%s\" is still in progress in %s", running.name(), actual));
        actual.segments().stream()
                .filter(segment -> !segment.parentId().isEmpty() && !ids.contains(segment.parentId()))
                .findFirst()
                .ifPresent(orphan -> failWithMessage(
                        "The caller %s of \"%s\" hasn't arrived in %s", orphan.parentId(), orphan.name(), actual));
        return this;
    }

    /** There is a segment of that name; an inferred one counts. */
    public TraceAssert hasSegment(String name) {
        segment(name);
        return this;
    }

    public TraceAssert hasNoSegment(String name) {
        if (actual.segments().stream().anyMatch(segment -> segment.name().equals(name))) {
            failWithMessage("There should be no segment \"%s\" in %s", name, actual);
        }
        return this;
    }

    /** The reported segments, whatever their order, are these; inferred ones aside. */
    public TraceAssert hasOnlySegments(String... names) {
        List<String> reported = actual.segments().stream()
                .filter(segment -> !segment.inferred())
                .map(Segment::name)
                .sorted()
                .toList();
        List<String> expected = List.of(names).stream().sorted().toList();
        if (!reported.equals(expected)) {
            failWithMessage("Expected the segments %s, but there are %s in %s", expected, reported, actual);
        }
        return this;
    }

    /** Nothing in it failed: no fault, error or throttle anywhere. */
    public TraceAssert hasNoFailure() {
        actual.entities()
                .filter(each -> each.fault() || each.error() || each.throttle())
                .findFirst()
                .ifPresent(failed -> failWithMessage("\"%s\" failed in %s", failed, actual));
        return this;
    }

    /** Goes on with the first segment of that name. */
    public SegmentAssert segment(String name) {
        return new SegmentAssert(actual.segments().stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> failure("There is no segment \"%s\" in %s", name, actual)));
    }
}
