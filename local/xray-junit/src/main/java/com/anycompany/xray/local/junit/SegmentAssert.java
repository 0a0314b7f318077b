package com.anycompany.xray.local.junit;

import java.math.BigDecimal;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a segment or subsegment. */
public final class SegmentAssert extends AbstractAssert<SegmentAssert, Segment> {

    SegmentAssert(Segment actual) {
        super(actual, SegmentAssert.class);
    }

    /** There is a subsegment of that name, at any depth. */
    public SegmentAssert hasSubsegment(String name) {
        subsegment(name);
        return this;
    }

    public SegmentAssert hasNoSubsegment(String name) {
        if (actual.withDescendants().skip(1).anyMatch(each -> each.name().equals(name))) {
            failWithMessage("There should be no subsegment \"%s\" in%s", name, actual.tree("\n  "));
        }
        return this;
    }

    /** Goes on with the first subsegment of that name, at any depth. */
    public SegmentAssert subsegment(String name) {
        return new SegmentAssert(actual.withDescendants()
                .skip(1)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> failure("There is no subsegment \"%s\" in%s", name, actual.tree("\n  "))));
    }

    /** {@code value} is a string, a boolean or a number; numbers are equal if they mean the same. */
    public SegmentAssert hasAnnotation(String key, Object value) {
        Object found = actual.annotations().get(key);
        if (found == null) {
            failWithMessage("\"%s\" has no annotation %s; it has %s", actual.name(), key, actual.annotations());
        }
        if (!same(found, value)) {
            failWithMessage("The annotation %s of \"%s\" should be %s, but is %s", key, actual.name(), value, found);
        }
        return this;
    }

    private static boolean same(@Nullable Object found, Object value) {
        if (found instanceof Number && value instanceof Number) {
            return new BigDecimal(found.toString()).compareTo(new BigDecimal(value.toString())) == 0;
        }
        return Objects.equals(found, value);
    }

    public SegmentAssert hasStatus(int status) {
        if (actual.status() != status) {
            failWithMessage("The status of \"%s\" should be %s, but it is: %s", actual.name(), status, actual);
        }
        return this;
    }

    public SegmentAssert isOk() {
        return expect("ok", !actual.fault() && !actual.error() && !actual.throttle());
    }

    public SegmentAssert isFault() {
        return expect("a fault", actual.fault());
    }

    public SegmentAssert isError() {
        return expect("an error", actual.error());
    }

    public SegmentAssert isThrottled() {
        return expect("throttled", actual.throttle());
    }

    public SegmentAssert isInferred() {
        return expect("inferred", actual.inferred());
    }

    private SegmentAssert expect(String what, boolean met) {
        if (!met) {
            failWithMessage("\"%s\" should be %s, but it is: %s", actual.name(), what, actual);
        }
        return this;
    }

    /** One of its exceptions has this type, with or without its package, or this message. */
    public SegmentAssert hasException(String typeOrMessage) {
        boolean known = actual.exceptions().stream()
                .anyMatch(each -> each.startsWith(typeOrMessage + ":")
                        || each.contains("." + typeOrMessage + ":")
                        || each.endsWith(": " + typeOrMessage));
        if (!known) {
            failWithMessage("\"%s\" has no exception %s; it has %s", actual.name(), typeOrMessage, actual.exceptions());
        }
        return this;
    }
}
