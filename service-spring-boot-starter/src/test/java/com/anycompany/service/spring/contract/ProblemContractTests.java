package com.anycompany.service.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.anycompany.service.spring.contract.FaultyDynamoDb.Fault;
import com.anycompany.service.spring.problem.FieldViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contract of all services for requests that fail (docs/adr/034-one-wire-contract.md). A service extends it with requests of
 * its own; the tests send them to its HTTP port, in front of a DynamoDB that fails on demand.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ProblemContractTests {

    private static final FaultyDynamoDb DYNAMO_DB = new FaultyDynamoDb(LocalDynamoDb.use());
    private static final String TRACE_ID = "1-5759e988-bd862e3fe1be46a994272793";
    private static final int ABOVE_LIMIT = 65 * 1024;

    @LocalServerPort
    private int port;

    private RestClient http = RestClient.create();

    /** A request that succeeds and doesn't change anything. */
    protected abstract ContractRequest valid();

    /** A request that fails if the table can't be read or written. */
    protected abstract ContractRequest onTable();

    /** Requests with a wrong path variable, parameter or header, each by the field that the problem names. */
    protected abstract Map<String, ContractRequest> malformed();

    /** Requests whose JSON has a wrong type, each by the field that the problem names; none without request bodies. */
    protected abstract Map<String, ContractRequest> malformedBodies();

    /**
     * Requests whose JSON has a value that could be converted to the right type (a number as a string, a fraction instead of a whole
     * number, a number as a text), each by the field that the problem names; none without request bodies.
     */
    protected abstract Map<String, ContractRequest> convertibleBodies();

    /** Requests whose JSON breaks a constraint, each by the field that the problem names; none without request bodies. */
    protected abstract Map<String, ContractRequest> invalidBodies();

    @DynamicPropertySource
    static void dynamoDb(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use(DYNAMO_DB.endpoint());
        properties.add("contract.dynamodb", DYNAMO_DB::endpoint);
        properties.add("service.server.body.grace", () -> "1s");
    }

    @BeforeEach
    void connect() {
        DYNAMO_DB.fail(Fault.NONE);
        http = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .requestFactory(new JdkClientHttpRequestFactory())
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @Test
    void validRequest_succeeds() {
        assertThat(prepare(valid()).retrieve().toBodilessEntity().getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void malformedParameter_is400WithTheField() {
        malformed()
                .forEach((field, request) -> expectField(request, HttpStatus.BAD_REQUEST, "malformed-request", field));
    }

    @Test
    void wrongTypeInTheBody_is400WithTheField() {
        malformedBodies()
                .forEach((field, request) -> expectField(request, HttpStatus.BAD_REQUEST, "malformed-request", field));
    }

    @Test
    void convertibleTypeInTheBody_is400WithTheField() {
        convertibleBodies()
                .forEach((field, request) -> expectField(request, HttpStatus.BAD_REQUEST, "malformed-request", field));
    }

    @Test
    void bodyThatIsNotJson_is400WithTheFieldBody() {
        expectField(withBody().body("no json"), HttpStatus.BAD_REQUEST, "malformed-request", "body");
    }

    @Test
    void missingBody_is400WithTheFieldBody() {
        expectField(withBody().body(""), HttpStatus.BAD_REQUEST, "malformed-request", "body");
    }

    @Test
    void brokenConstraintInTheBody_is422WithTheField() {
        invalidBodies()
                .forEach((field, request) ->
                        expectField(request, HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", field));
    }

    @Test
    void unknownPath_is404() {
        expect(ContractRequest.get("/api/v1/no-such-resource"), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void wrongMethod_is405WithAllow() {
        ContractRequest request = ContractRequest.of(HttpMethod.PATCH, valid().path());

        ResponseEntity<Map<String, Object>> answer =
                expect(request, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");

        assertThat(answer.getHeaders().getAllow()).isNotEmpty();
    }

    @Test
    void unacceptableContentType_is406AndAProblemAllTheSame() {
        expect(
                valid().header(HttpHeaders.ACCEPT, MediaType.IMAGE_PNG_VALUE),
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable");
    }

    @Test
    void bodyAboveTheLimit_is413() {
        String padding = " ".repeat(ABOVE_LIMIT);

        expect(withBody().body(withBody().body() + padding), HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
    }

    @Test
    void chunkedBodyAboveTheLimit_is413() {
        byte[] padding = " ".repeat(ABOVE_LIMIT).getBytes(StandardCharsets.UTF_8);
        ContractRequest request = withBody();

        ResponseEntity<Map<String, Object>> answer = prepare(request)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new InputStreamResource(new ByteArrayInputStream(padding)))
                .retrieve()
                .toEntity(new ParameterizedTypeReference<>() {});

        expect(answer, request, HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
    }

    @Test
    void wrongContentType_is415() {
        ContractRequest request = withBody().header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_PLAIN_VALUE);

        expect(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
    }

    @Test
    void multipartBody_is415() {
        for (String type : List.of("multipart/form-data; boundary=b", "multipart/form-data")) {
            expect(
                    withBody().header(HttpHeaders.CONTENT_TYPE, type),
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type");
        }
    }

    @Test
    void slowBody_is408() throws IOException {
        ContractRequest request = withBody();

        String answer = RawRequest.send(
                port, request.method() + " " + request.path() + " HTTP/1.1", "Host: localhost", "Content-Length: 1000");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:problem:request-timeout", "\"traceId\":\"1-");
    }

    @Test
    void foreignHost_is403() throws IOException {
        String answer = RawRequest.send(
                port, valid().method() + " " + valid().path() + " HTTP/1.1", "Host: evil.example", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("urn:problem:foreign-host");
    }

    @Test
    void throttledTable_is503TableThrottled() {
        DYNAMO_DB.fail(Fault.THROTTLED);

        expectRetryLater(onTable(), "table-throttled");
    }

    @Test
    void unreachableTable_is503TableUnavailable() {
        DYNAMO_DB.fail(Fault.UNREACHABLE);

        expectRetryLater(onTable(), "table-unavailable");
    }

    @Test
    void unexpectedException_is500WithoutDetails() {
        DYNAMO_DB.fail(Fault.INVALID_CALL);

        ResponseEntity<Map<String, Object>> answer =
                expect(onTable(), HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");

        assertThat(String.valueOf(answer.getBody())).doesNotContain("Exception", "DynamoDB", "trace\"");
    }

    private void expectRetryLater(ContractRequest request, String slug) {
        ResponseEntity<Map<String, Object>> answer = expect(request, HttpStatus.SERVICE_UNAVAILABLE, slug);

        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-9][0-9]*");
    }

    private void expectField(ContractRequest request, HttpStatus status, String slug, String field) {
        ResponseEntity<Map<String, Object>> answer = expect(request, status, slug);

        FieldViolation[] errors = JsonMapper.shared()
                .convertValue(body(answer).getOrDefault("errors", List.of()), FieldViolation[].class);
        assertThat(errors)
                .as("errors of %s", request)
                .anySatisfy(error -> assertThat(error.field()).isEqualTo(field))
                .allSatisfy(error -> assertThat(error.message()).isNotBlank());
    }

    private ResponseEntity<Map<String, Object>> expect(ContractRequest request, HttpStatus status, String slug) {
        ResponseEntity<Map<String, Object>> answer = send(request);
        expect(answer, request, status, slug);
        return answer;
    }

    /** What all problem responses have in common. */
    private void expect(
            ResponseEntity<Map<String, Object>> answer, ContractRequest request, HttpStatus status, String slug) {
        String path = Objects.requireNonNull(answer.getBody(), request + " has no body")
                .getOrDefault("instance", "")
                .toString();
        assertThat(answer.getStatusCode())
                .as("status of %s: %s", request, answer)
                .isEqualTo((HttpStatusCode) status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody())
                .containsEntry("type", "urn:problem:" + slug)
                .containsEntry("status", status.value())
                .containsEntry("traceId", TRACE_ID)
                .containsKeys("title", "detail");
        assertThat(request.path()).as("instance").startsWith(path);
    }

    private static Map<String, Object> body(ResponseEntity<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private ResponseEntity<Map<String, Object>> send(ContractRequest request) {
        RequestBodySpec call = prepare(request);
        if (request.body() != null) {
            if (request.headers().getContentType() == null) {
                call.contentType(MediaType.APPLICATION_JSON);
            }
            call.body(request.body());
        }
        return call.retrieve().toEntity(new ParameterizedTypeReference<>() {});
    }

    private RequestBodySpec prepare(ContractRequest request) {
        return http.method(request.method())
                .uri(request.path())
                .headers(headers -> headers.putAll(request.headers()))
                .header("X-Amzn-Trace-Id", "Root=" + TRACE_ID + ";Sampled=0");
    }

    /** A request with a body; a service that reads none skips the test. */
    private ContractRequest withBody() {
        assumeThat(invalidBodies()).as("requests with a body").isNotEmpty();
        return invalidBodies().values().iterator().next();
    }
}
