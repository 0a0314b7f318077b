package com.anycompany.xray.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.protocol.InputMutations.Case;
import com.anycompany.xray.local.protocol.ServiceModel.OperationModel;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.XRayException;

/**
 * The constraints of the service model, violated one by one through the HTTP endpoint and through the AWS SDK. Types and messages
 * are those that were recorded from AWS (xray-differences C1).
 */
class InputValidationTests {

    private static final String FAILED = " failed to satisfy constraint: ";

    private static TestServer server;
    private static XRayClient xray;

    @BeforeAll
    static void start() {
        server = new TestServer();
        xray = server.client();
    }

    @AfterAll
    static void stop() {
        xray.close();
        server.close();
    }

    static Collection<OperationModel> operations() {
        return ServiceModel.read().operations().values();
    }

    private static HttpResponse<String> post(OperationModel operation, Map<?, ?> members) {
        return server.post(operation.path(), new String(Json.bytes(members), StandardCharsets.UTF_8));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-amzn-ErrorType").orElse("none");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyConstraint_isChecked_andItsBoundIsValid(OperationModel operation) {
        for (Case each : InputMutations.of(operation.input())) {
            String what = operation.name() + each.description();
            HttpResponse<String> answer = post(operation, each.members());
            if (each.wrongType()) {
                assertThat(answer.statusCode()).as(what).isEqualTo(400);
                assertThat(type(answer)).as(what).isEqualTo("SerializationException");
            } else if (each.isValid()) {
                assertThat(answer.statusCode()).as(what + answer.body()).isLessThan(500);
                assertThat(type(answer)).as(what + answer.body()).doesNotContain("Validation", "Serialization");
            } else {
                assertThat(answer.statusCode()).as(what).isEqualTo(400);
                assertThat(type(answer)).as(what + answer.body()).isEqualTo("ValidationException");
                assertThat(answer.body())
                        .as(what)
                        .matches("(?s)\\{\"message\":\"[12] validation errors? detected: Value .*")
                        .contains(" at '" + each.path() + "'" + FAILED + escaped(each.problem()));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSdk_throwsTheSame(OperationModel operation) {
        Method method = SdkModel.method(operation);
        if (method == null) {
            assertThat(operation.path()).startsWith("/local/");
            return;
        }
        for (Case each : InputMutations.of(operation.input())) {
            if (each.wrongType() || !SdkModel.knows(method, each.path())) {
                continue;
            }
            Throwable thrown = catchThrowable(() -> SdkModel.call(xray, method, each.members()));
            String what = operation.name() + each.description();
            if (each.isValid()) {
                assertThat(errorCode(thrown)).as(what).doesNotContain("Validation", "Serialization");
            } else {
                assertThat(errorCode(thrown)).as(what).isEqualTo("ValidationException");
                assertThat(thrown).as(what).hasMessageContaining("'" + each.path() + "'" + FAILED + each.problem());
            }
        }
    }

    private static String errorCode(Throwable thrown) {
        return thrown instanceof XRayException e ? e.awsErrorDetails().errorCode() : String.valueOf(thrown);
    }

    /** The examples on page xray-differences C1 and C2, with the rest of the message as AWS words it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /Traces          | {}                           | Value null at 'traceIds' failed to satisfy constraint: Member must not be null
            /SamplingTargets | {}                           | Value null at 'samplingStatisticsDocuments' failed to satisfy constraint: Member must not be null
            /TraceSummaries  | {"StartTime":1,"EndTime":2,"TimeRangeType":"x"} | Value 'x' at 'timeRangeType' failed to satisfy constraint: Member must satisfy enum value set: [TraceId, Event, Service]
            /Traces          | {"TraceIds":["1",""]}        | Value '[1, ]' at 'traceIds' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 35, Member must have length greater than or equal to 1]
            /Traces          | {"TraceIds":[null]}          | Value '[null]' at 'traceIds' failed to satisfy constraint: Member must satisfy constraint: [Member must not be null]
            """)
    void recordedExample_hasItsMessage(String path, String body, String message) {
        assertThat(server.post(path, body).body())
                .isEqualTo("{\"message\":\"1 validation error detected: " + message + "\"}");
    }

    @Test
    void severalViolations_areCounted_andInOneMessage() {
        assertThat(server.post("/ServiceGraph", "{\"GroupName\":\"\"}").body())
                .isEqualTo("{\"message\":\"3 validation errors detected: "
                        + "Value null at 'startTime' failed to satisfy constraint: Member must not be null; "
                        + "Value null at 'endTime' failed to satisfy constraint: Member must not be null; "
                        + "Value '' at 'groupName' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1\"}");
    }

    /** Recorded: priority 0 and 10,000, rate 1.1, reservoir −1 (xray-differences C2). */
    @ParameterizedTest
    @CsvSource({
        "Priority, 0, priority, greater than or equal to 1",
        "Priority, 10000, priority, less than or equal to 9999",
        "FixedRate, 1.1, fixedRate, less than or equal to 1",
        "ReservoirSize, -1, reservoirSize, greater than or equal to 0"
    })
    void rule_isWithinItsBounds(String member, String value, String path, String bound) {
        String rule = """
                {"SamplingRule":{"RuleName":"r","ResourceARN":"*","Priority":1,"FixedRate":1,"ReservoirSize":1,\
                "ServiceName":"*","ServiceType":"*","Host":"*","HTTPMethod":"*","URLPath":"*","Version":1}}""";
        String body = rule.replaceAll("\"" + member + "\":1", "\"" + member + "\":" + value);
        assertThat(server.post("/CreateSamplingRule", body).body())
                .isEqualTo("{\"message\":\"1 validation error detected: Value '" + value + "' at 'samplingRule." + path
                        + "' failed to satisfy constraint: Member must have value " + bound + "\"}");
    }

    /** xray-differences C1; the text for times was observed by others against X-Ray, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /ServiceGraph | {"StartTime":"2026-01-01T00:00:00Z","EndTime":1} | STRING_VALUE can not be converted to milliseconds since epoch
            /GetGroup     | {"GroupName":7}                                  | NUMBER_VALUE can not be converted to a String
            /GetGroup     | {"GroupName":true}                               | TRUE_VALUE can not be converted to a String
            /GetGroup     | {"GroupName":7.5}                                | DECIMAL_VALUE can not be converted to a String
            /GetGroup     | {"GroupName":[]}                                 | Start of list found where not expected
            /Traces       | {"TraceIds":{}}                                  | Start of structure or map found where not expected.
            """)
    void valueOfAnotherType_cantBeConverted(String path, String body, String message) {
        HttpResponse<String> answer = server.post(path, body);
        assertThat(type(answer)).isEqualTo("SerializationException");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"" + message + "\"}");
    }

    @Test
    void input_isValidatedBeforeTheOperationRuns() {
        assertThatThrownBy(() -> xray.createGroup(r -> r.groupName("").filterExpression("nonsense >")))
                .hasMessageContaining("'groupName'");
        assertThat(List.of(server.post("/Groups", "{}").body()))
                .allSatisfy(groups -> assertThat(groups).doesNotContain("nonsense"));
    }

    /** Clients send whole numbers as 5.0, too. */
    @Test
    void fractionOfAWholeNumber_isCutOff() {
        assertThat(server.post(
                                "/InsightSummaries",
                                "{\"GroupName\":\"Default\",\"StartTime\":1,\"EndTime\":2,\"MaxResults\":5.0}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.post(
                                "/InsightSummaries",
                                "{\"GroupName\":\"Default\",\"StartTime\":1,\"EndTime\":2,\"MaxResults\":0.5}")
                        .body())
                .contains("Value '0' at 'maxResults'");
    }
}
