package com.anycompany.xray.local.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.parse.JacksonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a span, attribute by attribute. */
class SpanConverterTests {

    private static final String TRACE = "58406520a006649127e371903a2de979";
    private static final long START = 1_480_615_200_123_456_789L;

    private static Span span(Span.Kind kind, String parent, Map<String, Object> attributes) {
        return span(kind, parent, attributes, List.of(), false, "");
    }

    private static Span span(
            Span.Kind kind,
            String parent,
            Map<String, Object> attributes,
            List<Span.Event> events,
            boolean failed,
            String message) {
        return new Span(
                TRACE,
                "00f067aa0ba902b7",
                parent,
                "GET /carts/{id}",
                kind,
                START,
                START + 2_000_000,
                0,
                attributes,
                events,
                List.of(),
                failed,
                message,
                Map.of("service.name", "cart", "telemetry.sdk.language", "java", "host.name", "h1"),
                new Span.Scope("io.test", "", Map.of()));
    }

    /** The documents, each of which X-Ray would take. */
    private static List<Map<?, ?>> documents(Span span) {
        return SpanConverter.toDocuments(span).stream()
                .<Map<?, ?>>map(json -> {
                    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                    try {
                        new JacksonParser().validate(bytes, 0, bytes.length);
                    } catch (Exception e) {
                        throw new AssertionError(json, e);
                    }
                    return (Map<?, ?>) Json.read(bytes);
                })
                .toList();
    }

    private static Object at(Map<?, ?> document, String path) {
        Object value = document;
        for (String name : path.split("/")) {
            value = ((Map<?, ?>) value).get(name);
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    private static Map<?, ?> document(Span span) {
        List<Map<?, ?>> documents = documents(span);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    @Test
    void serverSpan_isASegmentOfItsService() {
        Map<?, ?> segment = document(span(
                Span.Kind.SERVER,
                "53995c3f42cd8ad8",
                Map.ofEntries(
                        Map.entry("http.request.method", "GET"),
                        Map.entry("url.scheme", "http"),
                        Map.entry("server.address", "cart.internal"),
                        Map.entry("server.port", 8082L),
                        Map.entry("url.path", "/carts/7"),
                        Map.entry("url.query", "full=1"),
                        Map.entry("http.response.status_code", 429L),
                        Map.entry("client.address", "10.0.0.7"),
                        Map.entry("network.peer.address", "10.0.0.1"),
                        Map.entry("enduser.id", "ada"),
                        Map.entry("thread.name", "main"))));
        assertThat(segment.get("name")).isEqualTo("cart");
        assertThat(segment.get("trace_id")).isEqualTo("1-58406520-a006649127e371903a2de979");
        assertThat(segment.get("parent_id")).isEqualTo("53995c3f42cd8ad8");
        assertThat(segment.get("type")).isNull();
        assertThat(segment.get("start_time")).hasToString("1480615200.123456789");
        assertThat(at(segment, "http/request/url")).isEqualTo("http://cart.internal:8082/carts/7?full=1");
        assertThat(at(segment, "http/request/client_ip")).isEqualTo("10.0.0.7");
        assertThat(at(segment, "http/request/x_forwarded_for")).isEqualTo(true);
        assertThat(at(segment, "http/response/status")).isEqualTo(429);
        assertThat(segment.get("throttle")).isEqualTo(true);
        assertThat(segment.get("error")).isEqualTo(true);
        assertThat(segment.get("fault")).isNull();
        assertThat(segment.get("user")).isEqualTo("ada");
        assertThat(at(segment, "aws/xray/sdk")).isEqualTo("opentelemetry for java");
        assertThat(at(segment, "metadata/default/thread.name")).isEqualTo("main");
        assertThat(at(segment, "metadata/default/otel.resource.host.name")).isEqualTo("h1");
        assertThat(at(segment, "metadata/otel/span_name")).isEqualTo("GET /carts/{id}");
    }

    @Test
    void olderNamesOfAttributes_meanTheSame() {
        Map<?, ?> segment = document(span(
                Span.Kind.SERVER,
                "",
                Map.of(
                        "http.method", "POST",
                        "http.scheme", "https",
                        "http.host", "shop.example:8443",
                        "http.target", "/cart?x=1",
                        "http.status_code", "503",
                        "http.user_agent", "curl")));
        assertThat(at(segment, "http/request/method")).isEqualTo("POST");
        assertThat(at(segment, "http/request/url")).isEqualTo("https://shop.example:8443/cart?x=1");
        assertThat(at(segment, "http/request/user_agent")).isEqualTo("curl");
        assertThat(segment.get("fault")).isEqualTo(true);
    }

    @Test
    void parentInAnotherProcess_isToldByItsFlag_otherwiseByTheKind() {
        Span base = span(Span.Kind.INTERNAL, "53995c3f42cd8ad8", Map.of());
        assertThat(base.entersProcess()).isFalse();
        assertThat(withFlags(base, 0x301).entersProcess()).isTrue();
        Span server = span(Span.Kind.SERVER, "53995c3f42cd8ad8", Map.of());
        assertThat(server.entersProcess()).isTrue();
        assertThat(withFlags(server, 0x101).entersProcess()).isFalse();
        assertThat(span(Span.Kind.CONSUMER, "53995c3f42cd8ad8", Map.of()).entersProcess())
                .isTrue();
        assertThat(span(Span.Kind.INTERNAL, "0000000000000000", Map.of()).entersProcess())
                .isTrue();
    }

    private static Span withFlags(Span span, long flags) {
        return new Span(
                span.traceId(),
                span.id(),
                span.parentId(),
                span.name(),
                span.kind(),
                span.start(),
                span.end(),
                flags,
                span.attributes(),
                span.events(),
                span.links(),
                span.failed(),
                span.statusMessage(),
                span.resource(),
                span.scope());
    }

    @Test
    void clientSpan_isARemoteSubsegment_namedByTheBestItKnows() {
        Map<String, Object> call = Map.of("http.request.method", "GET", "url.full", "http://localhost:8081/x");
        assertThat(client(call).get("name")).isEqualTo("localhost");
        assertThat(client(call).get("namespace")).isEqualTo("remote");
        assertThat(client(call).get("type")).isEqualTo("subsegment");
        assertThat(client(with(call, "peer.service", "catalogservice")).get("name"))
                .isEqualTo("catalogservice");
        assertThat(client(Map.of()).get("name")).isEqualTo("GET /carts/id");
    }

    private static Map<?, ?> client(Map<String, Object> attributes) {
        return document(span(Span.Kind.CLIENT, "53995c3f42cd8ad8", attributes));
    }

    private static Map<String, Object> with(Map<String, Object> attributes, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(attributes);
        more.put(name, value);
        return more;
    }

    @Test
    void dynamoDbCall_namesItsTable() {
        Map<?, ?> call = client(Map.of(
                "rpc.system", "aws-api",
                "rpc.service", "DynamoDb",
                "rpc.method", "GetItem",
                "db.system", "dynamodb",
                "aws.dynamodb.table_names", List.of("Carts"),
                "aws.request_id", "r-1",
                "http.response.status_code", 400L));
        assertThat(call.get("namespace")).isEqualTo("aws");
        assertThat(call.get("name")).isEqualTo("DynamoDB");
        assertThat(at(call, "aws/operation")).isEqualTo("GetItem");
        assertThat(at(call, "aws/table_name")).isEqualTo("Carts");
        assertThat(at(call, "aws/request_id")).isEqualTo("r-1");
        assertThat(call.get("error")).isEqualTo(true);
    }

    @Test
    void sqlCall_namesDatabaseAndHost_andKeepsItsQuery() {
        Map<?, ?> call = client(Map.of(
                "db.system.name", "postgresql",
                "db.namespace", "orders",
                "db.query.text", "select ?",
                "server.address", "pg1"));
        assertThat(call.get("name")).isEqualTo("orders@pg1");
        assertThat(at(call, "sql/sanitized_query")).isEqualTo("select ?");
        assertThat(at(call, "sql/database_type")).isEqualTo("postgresql");
        assertThat(at(call, "sql/url")).isEqualTo("postgresql://pg1/orders");
        Map<?, ?> cache = client(Map.of("db.system", "redis", "db.statement", "GET k", "net.peer.name", "r1"));
        assertThat(cache.get("name")).isEqualTo("redis@r1");
        assertThat(cache.get("sql")).isNull();
        assertThat(at(cache, "metadata/default/db.statement")).isEqualTo("GET k");
    }

    @Test
    void message_goesToItsQueue() {
        Map<?, ?> sqs = document(span(
                Span.Kind.PRODUCER,
                "53995c3f42cd8ad8",
                Map.of(
                        "rpc.system", "aws-api",
                        "rpc.service", "AmazonSQS",
                        "rpc.method", "SendMessage",
                        "aws.queue.url", "http://sqs/1/q")));
        assertThat(sqs.get("name")).isEqualTo("SQS");
        assertThat(at(sqs, "aws/queue_url")).isEqualTo("http://sqs/1/q");
        Map<?, ?> kafka = document(span(
                Span.Kind.PRODUCER,
                "53995c3f42cd8ad8",
                Map.of("messaging.system", "kafka", "messaging.destination.name", "orders")));
        assertThat(kafka.get("name")).isEqualTo("orders");
        assertThat(kafka.get("namespace")).isEqualTo("remote");
    }

    @Test
    void annotations_areThoseThatAreNamed_othersAreMetadata() {
        Map<?, ?> segment = document(span(
                Span.Kind.SERVER,
                "",
                Map.of(
                        "aws.xray.annotations",
                        List.of("order.id", "not there", "the list"),
                        "order.id",
                        7L,
                        "the list",
                        List.of("a", "b"),
                        "other",
                        true)));
        assertThat(segment.get("annotations")).isEqualTo(Map.of("order.id", 7, "the_list", "[a, b]"));
        assertThat(at(segment, "metadata/default/other")).isEqualTo(true);
        assertThat(at(segment, "metadata/default/order.id")).isNull();
    }

    @Test
    void exception_hasTypeMessageAndFrames() {
        String java = """
                java.io.IOException: broken
                \tat com.shop.Carts.read(Carts.java:12)
                \tat com.shop.Main.main(Main.java)
                Caused by: java.lang.Error
                \tat com.shop.Other.deep(Other.java:1)
                """;
        Map<?, ?> segment = document(failed(java));
        assertThat(segment.get("fault")).isEqualTo(true);
        Map<?, ?> exception = (Map<?, ?>) ((List<?>) at(segment, "cause/exceptions")).get(0);
        assertThat(exception.get("type")).isEqualTo("java.io.IOException");
        assertThat(exception.get("message")).isEqualTo("broken");
        assertThat(exception.get("id")).asString().matches("[0-9a-f]{16}");
        assertThat(exception.get("stack"))
                .isEqualTo(List.of(
                        Map.of("path", "Carts.java", "line", 12, "label", "com.shop.Carts.read"),
                        Map.of("path", "Main.java", "label", "com.shop.Main.main")));
    }

    private static Span failed(String stack) {
        Map<String, Object> details = Map.of(
                "exception.type", "java.io.IOException", "exception.message", "broken", "exception.stacktrace", stack);
        return span(Span.Kind.SERVER, "", Map.of(), List.of(new Span.Event("exception", START, details)), true, "");
    }

    @Test
    void failureWithoutException_tellsItsStatus() {
        Map<?, ?> call = document(
                span(Span.Kind.CLIENT, "53995c3f42cd8ad8", Map.of("peer.service", "x"), List.of(), true, "no route"));
        assertThat(call.get("fault")).isEqualTo(true);
        assertThat(at(call, "cause/exceptions").toString()).contains("message=no route", "remote=true");
    }

    @Test
    void callWithoutParent_isTheProgramAndItsCall() {
        List<Map<?, ?>> documents = documents(span(Span.Kind.CLIENT, "", Map.of("peer.service", "catalogservice")));
        assertThat(documents).extracting(d -> (String) d.get("name")).containsExactly("cart", "catalogservice");
        assertThat(documents.get(1).get("parent_id")).isEqualTo(documents.get(0).get("id"));
        assertThat(documents.get(1).get("id")).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void wherever_itRuns_isTold() {
        Attributes resource = new Attributes(Map.of(
                "cloud.provider", "aws",
                "cloud.platform", "aws_ecs",
                "aws.ecs.launchtype", "fargate",
                "cloud.account.id", "123456789012"));
        assertThat(AwsBlock.origin(resource)).isEqualTo("AWS::ECS::Fargate");
        assertThat(AwsBlock.ofResource(resource).members()).containsEntry("account_id", "123456789012");
    }

    /** Case 09; the AWS exporter names attributes of the resource so ({@code segment.go}, "otel.resource."). */
    @Test
    void annotations_mayBeOfTheResource() {
        Map<String, Object> resource = Map.of("service.name", "probe", "service.version", "1.2", "stage", "dev");
        Map<?, ?> segment = Spans.document(Spans.span(
                Span.Kind.SERVER,
                "",
                "op",
                Map.of(
                        "aws.xray.annotations",
                        List.of("otel.resource.service.version", "tenant", "otel.resource.stage"),
                        "tenant",
                        "acme"),
                resource,
                List.of()));
        assertThat(segment.get("annotations"))
                .isEqualTo(
                        Map.of("tenant", "acme", "otel.resource.service.version", "1.2", "otel.resource.stage", "dev"));
        assertThat(at(segment, "service/version")).isEqualTo("1.2");
        assertThat(at(segment, "metadata/default/otel.resource.stage")).isNull();
        Map<?, ?> call = Spans.document(Spans.span(
                Span.Kind.CLIENT,
                "53995c3f42cd8ad8",
                "op",
                Map.of("aws.xray.annotations", "otel.resource.stage"),
                resource,
                List.of()));
        assertThat(call.get("annotations")).isEqualTo(Map.of("otel.resource.stage", "dev"));
    }

    /** The AWS exporter's {@code aws.go}: lists, or one text with ampersands; names come from ARNs if there are any. */
    @Test
    void logGroups_areToldByNameOrArn() {
        assertThat(AwsBlock.ofResource(new Attributes(Map.of("aws.log.group.names", List.of("/a", "/b"))))
                        .members())
                .isEqualTo(Map.of("cloudwatch_logs", List.of(Map.of("log_group", "/a"), Map.of("log_group", "/b"))));
        assertThat(AwsBlock.ofResource(new Attributes(Map.of("aws.log.group.names", "/a&/b")))
                        .members()
                        .get("cloudwatch_logs"))
                .isEqualTo(List.of(Map.of("log_group", "/a"), Map.of("log_group", "/b")));
        String arn = "arn:aws:logs:us-east-1:111122223333:log-group:/shop:*";
        assertThat(AwsBlock.ofResource(new Attributes(
                                Map.of("aws.log.group.arns", List.of(arn), "aws.log.group.names", "/other")))
                        .members()
                        .get("cloudwatch_logs"))
                .isEqualTo(List.of(Map.of("log_group", "/shop", "arn", arn)));
    }
}
