package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.SegmentImpl;
import com.amazonaws.xray.entities.ThrowableDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How exceptions are described. */
class ExceptionDescriberTests {

    private final AWSXRayRecorder recorder = AWSXRayRecorderBuilder.defaultRecorder();
    private final ExceptionDescriber strategy = new ExceptionDescriber();

    @Test
    void secondMention_refersToTheFirst() {
        Segment segment = new SegmentImpl(recorder, "a");
        Exception exception = new Exception("once");

        String id = describe(segment, exception).get(0).getId();
        List<ThrowableDescription> second = describe(segment, exception);

        assertThat(second).hasSize(1);
        assertThat(second.get(0).getId()).isNull();
        assertThat(second.get(0).getCause()).isEqualTo(id);
    }

    @Test
    void sameExceptionInAnotherTrace_isDescribedThereToo() {
        Exception constant = new Exception("reused");

        describe(new SegmentImpl(recorder, "a"), constant);

        assertThat(describe(new SegmentImpl(recorder, "b"), constant).get(0).getMessage())
                .isEqualTo("reused");
    }

    @Test
    void longChainAndDeepStack_areCut() {
        Exception exception = deep(100);
        for (int i = 0; i < 20; i++) {
            exception = new Exception("level " + i, exception);
        }

        List<ThrowableDescription> descriptions = describe(new SegmentImpl(recorder, "a"), exception);

        assertThat(descriptions).hasSize(8).allMatch(d -> d.getStack().length <= 32);
        assertThat(descriptions.get(7).getSkipped()).isEqualTo(13);
        assertThat(descriptions.get(7).getCause()).isNull();
    }

    @Test
    void circularCause_ends() {
        Exception a = new Exception("a");
        Exception b = new Exception("b", a);
        a.initCause(b);

        assertThat(describe(new SegmentImpl(recorder, "a"), a)).hasSize(2);
    }

    private List<ThrowableDescription> describe(Segment segment, Throwable exception) {
        return strategy.describeInContext(segment, exception, List.of());
    }

    private static Exception deep(int frames) {
        return frames == 0 ? new Exception("deep") : deep(frames - 1);
    }
}
