package com.anycompany.xray.local.decode;

import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.parse.InvalidDocument.Code;
import com.anycompany.xray.local.segment.Link;
import com.anycompany.xray.local.segment.Outcome;
import com.anycompany.xray.local.segment.TraceId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentDecoderTests {

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of(Code.UnknownType, segment("a").put("type", "span")),
                Arguments.of(Code.MissingId, segment("a").without("id")),
                Arguments.of(Code.InvalidId, segment("a").put("id", "xyz")),
                Arguments.of(Code.MissingName, segment("a").without("name")),
                Arguments.of(Code.InvalidName, segment("?")),
                Arguments.of(Code.InvalidName, segment("a".repeat(201))),
                Arguments.of(Code.MissingTraceId, segment("a").without("trace_id")),
                Arguments.of(Code.InvalidTraceId, segment("a").trace("1-2-3")),
                Arguments.of(Code.MissingStartTime, segment("a").without("start_time")),
                Arguments.of(Code.MissingEndTime, segment("a").without("end_time")),
                Arguments.of(Code.InProgressSegmentHasEndTime, segment("a").put("in_progress", true)),
                Arguments.of(
                        Code.InProgressSubsegmentHasEndTime,
                        local("a").independent(segment("b")).put("in_progress", true)),
                Arguments.of(
                        Code.MissingParentId,
                        local("a").independent(segment("b")).without("parent_id")),
                Arguments.of(Code.InvalidParentId, segment("a").put("parent_id", "1")),
                Arguments.of(Code.ParseError, segment("a").without("start_time").put("start_time", "now")),
                Arguments.of(Code.ParseError, segment("a").put("fault", 1)),
                Arguments.of(Code.InvalidSegment, segment("a").put("user", "x".repeat(70_000))),
                Arguments.of(Code.InvalidName, segment("a").with(local("b").with(local("?")))),
                Arguments.of(Code.MissingEndTime, segment("a").with(local("b").without("end_time"))));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidDocument_isRefusedWithTheCodeOfTheService(Code code, Doc document) {
        assertThat(refusal(document.json()).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "[]", "{", "{} {}", "null", "{\"id\":\"0123456789abcdef\",\"start_time\":NaN}"})
    void unreadableDocument_isAParseErrorWithoutId(String json) {
        InvalidDocument refusal = refusal(json);
        assertThat(refusal.answer()).startsWith("Invalid ");
        if (!json.equals("{} {}")) {
            assertThat(refusal.code()).isEqualTo(Code.ParseError);
            assertThat(refusal.id()).isNull();
        }
    }

    @Test
    void refusedSubsegment_namesTheEntityThatIsWrong() {
        InvalidDocument refusal = refusal(segment("a").with(local("pay?")).json());
        assertThat(refusal.answer()).isEqualTo("Invalid subsegment. ErrorCode: InvalidName, Cause: null");
        assertThat(refusal).hasMessageContaining("pay?");
    }

    @Test
    void links_areRead_upToTwenty_andWhatNamesNothingIsLeftInTheDocument() {
        Map<String, Object> link = Map.of("trace_id", "58406520a006649127e371903a2de979", "id", "00000000000000aa");
        assertThat(segment("a")
                        .put("links", List.of(link, 1, Map.of("id", "00000000000000aa"), List.of(link)))
                        .entity()
                        .links())
                .containsExactly(new Link(TraceId.parse(Doc.TRACE), 0xaa));
        assertThat(segment("a")
                        .put("links", Collections.nCopies(25, link))
                        .entity()
                        .links())
                .hasSize(20);
        assertThat(segment("a").put("links", "none").entity().links()).isEmpty();
    }

    @Test
    void w3cTraceId_isTheSameTrace() {
        Doc xray = segment("a");
        Doc w3c = segment("a").trace(Doc.TRACE.substring(2).replace("-", ""));
        assertThat(w3c.parse().traceId()).isEqualTo(xray.parse().traceId()).hasToString(Doc.TRACE);
    }

    @Test
    void deeplyNestedDocument_isRefusedNotOverflowed() {
        String json = "{\"metadata\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThat(refusal(json).code()).isEqualTo(Code.ParseError);
    }

    @Test
    void unicodeLetters_areAName() {
        assertThat(segment("Bücher-店 1").entity().name()).isEqualTo("Bücher-店 1");
    }

    @Test
    void statusAsText_counts() {
        assertThat(segment("a")
                        .put("http", java.util.Map.of("response", java.util.Map.of("status", "503")))
                        .entity()
                        .outcome())
                .isEqualTo(Outcome.FAULT);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302})
    void successAndRedirect_areOk(int status) {
        assertThat(segment("a").status(status).entity().outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void firstBucketThatApplies_wins() {
        assertThat(segment("a").status(429).put("fault", true).entity().outcome())
                .isEqualTo(Outcome.THROTTLE);
        assertThat(segment("a").status(404).put("fault", true).entity().outcome())
                .isEqualTo(Outcome.FAULT);
        assertThat(segment("a")
                        .put("error", true)
                        .put("throttle", true)
                        .entity()
                        .outcome())
                .isEqualTo(Outcome.THROTTLE);
        assertThat(segment("a").put("error", true).entity().outcome()).isEqualTo(Outcome.ERROR);
    }

    private static InvalidDocument refusal(String json) {
        InvalidDocument refusal =
                catchThrowableOfType(InvalidDocument.class, () -> validate(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal).as("refusal of " + json).isNotNull();
        return refusal;
    }

    private static void validate(byte[] json) throws InvalidDocument {
        new DocumentDecoder().validate(json, 0, json.length);
    }
}
