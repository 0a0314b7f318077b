package com.anycompany.xray.local.robustness;

import static com.anycompany.xray.local.robustness.WireMessage.message;

import com.anycompany.xray.local.filter.FilterKeywordTests;
import com.anycompany.xray.local.filter.FilterLanguageTests;
import com.anycompany.xray.local.robustness.WireMessage.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Good inputs of every kind, for mutators to spoil. */
final class Seeds {

    /** Every field that a document may have, which no SDK sends at once. */
    private static final String EVERYTHING = """
            {"name":"all","id":"53995c3f42cd8ad8","trace_id":"1-58406520-a006649127e371903a2de979",
            "parent_id":"53995c3f42cd8ad7","start_time":1480615200.01,"end_time":1480615200.5,"origin":"AWS::EC2::Instance",
            "resource_arn":"arn:aws:ec2:us-east-1:1:instance/i","user":"ada","service":{"version":"1","runtime":"x"},
            "http":{"request":{"method":"GET","url":"http://h/p","user_agent":"u","client_ip":"10.0.0.7","x_forwarded_for":true,
            "traced":true},"response":{"status":503,"content_length":7}},"fault":true,"error":false,"throttle":false,
            "aws":{"account_id":"123","ec2":{"instance_id":"i","availability_zone":"us-east-1a"},"ecs":{"container":"c"},
            "eks":{"pod":"p"},"elastic_beanstalk":{"deployment_id":1},"xray":{"sdk":"x"},
            "cloudwatch_logs":[{"log_group":"g","arn":"a"}]},
            "annotations":{"s":"t","n":1.5,"b":true,"a.b":"dotted"},"metadata":{"default":{"k":[1,{"x":null}]}},
            "links":[{"trace_id":"1-58406520-a006649127e371903a2de97a","id":"53995c3f42cd8ad6","attributes":{"k":"v"}}],
            "cause":{"working_directory":"/","paths":["p"],"exceptions":[{"id":"00000000000000aa","message":"m","type":"T",
            "remote":false,"truncated":3,"skipped":1,"cause":"00000000000000ab","stack":[{"path":"p","line":1,"label":"l"}]},
            {"id":"00000000000000ab","type":"U","stack":[]}]},
            "subsegments":[{"name":"DynamoDB","id":"53995c3f42cd8ad9","start_time":1480615200.1,"end_time":1480615200.2,
            "namespace":"aws","aws":{"operation":"GetItem","table_name":"T","table_names":["T"],"region":"r","retries":1,
            "request_id":"q","queue_url":"u","bucket_name":"b","topic_arn":"t","function_name":"f"},"throttle":true},
            {"name":"db@host","id":"53995c3f42cd8ada","start_time":1480615200.2,"end_time":1480615200.3,"namespace":"remote",
            "sql":{"url":"jdbc:x","sanitized_query":"select ?","database_type":"x"},"precursor_ids":["53995c3f42cd8ad9"],
            "cause":"00000000000000aa","subsegments":[{"name":"in","id":"53995c3f42cd8adb","start_time":1480615200.2,
            "in_progress":true}]}]}""";

    private static final Pattern TRACE_ID = Pattern.compile("(\"trace_id\":\"1-[0-9a-f]{8}-[0-9a-f]{20})[0-9a-f]{4}");

    private static final String INDEPENDENT = """
            {"name":"late","id":"53995c3f42cd8adc","trace_id":"1-58406520-a006649127e371903a2de979","type":"subsegment",
            "parent_id":"53995c3f42cd8ad8","start_time":1480615200.1,"end_time":1480615200.2,"namespace":"aws",
            "aws":{"operation":"SendMessage","queue_url":"https://q/1"}}""";

    private static final String EXPORT = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"s"}},
            {"key":"cloud.platform","value":{"stringValue":"aws_eks"}}]},
            "scopeSpans":[{"scope":{"name":"n"},"spans":[{"traceId":"5b8efff798038103d269b633813fc60d",
            "spanId":"eee19b7ec3c1b174","parentSpanId":"eee19b7ec3c1b173","name":"GET","kind":3,"flags":768,
            "startTimeUnixNano":"1480615200000000000","endTimeUnixNano":"1480615201000000000",
            "attributes":[{"key":"http.url","value":{"stringValue":"http://h/p"}},
            {"key":"http.response.status_code","value":{"intValue":"500"}},{"key":"db.system","value":{"stringValue":"mysql"}},
            {"key":"rpc.system","value":{"stringValue":"aws-api"}},{"key":"aws.xray.annotations","value":{"arrayValue":{"values":
            [{"stringValue":"l"},{"stringValue":"d"}]}}},{"key":"d","value":{"doubleValue":1.5}},
            {"key":"l","value":{"arrayValue":{"values":[{"intValue":"1"},{"kvlistValue":{"values":[{"key":"k","value":
            {"bytesValue":"AAE="}}]}}]}}}],"events":[{"timeUnixNano":"1480615200500000000","name":"exception",
            "attributes":[{"key":"exception.type","value":{"stringValue":"T"}},{"key":"exception.stacktrace","value":
            {"stringValue":"T: m\\n\\tat a.B.c(D.java:1)\\nCaused by: U\\n\\tat e.F.g(H.java:2)"}}]}],
            "links":[{"traceId":"5b8efff798038103d269b633813fc60e","spanId":"eee19b7ec3c1b175"}],
            "status":{"code":2,"message":"m"}}]}]}]}""";

    private Seeds() {}

    static List<byte[]> documents() {
        List<byte[]> documents = new ArrayList<>(bytes(List.of(EVERYTHING, INDEPENDENT)));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/segments"))) {
            for (Path file : files.sorted().toList()) {
                documents.add(Files.readString(file)
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /** The same document in one of many traces, so that it isn't taken for a copy of an earlier one. */
    static String moved(byte[] document, Random random) {
        String text = new String(document, StandardCharsets.UTF_8);
        return TRACE_ID.matcher(text).replaceFirst("$1%04x".formatted(random.nextInt(5_000)));
    }

    static List<byte[]> exports() {
        return bytes(List.of(EXPORT));
    }

    /** Much the same in protobuf. */
    static List<byte[]> binaryExports() {
        byte[] attribute = message(Field.of(1, "http.url"), Field.of(2, message(Field.of(1, "http://h/p"))));
        byte[] list = message(Field.of(1, message(Field.of(3, 7L))), Field.of(1, message(Field.of(2, 1L))));
        byte[] listed = message(Field.of(1, "l"), Field.of(2, message(Field.of(5, list))));
        byte[] mapped = message(Field.of(1, "m"), Field.of(2, message(Field.of(6, message(Field.of(1, attribute))))));
        byte[] event = message(Field.fixed64(1, 7), Field.of(2, "exception"), Field.of(3, attribute));
        byte[] link = message(Field.of(1, id("5b8efff798038103d269b633813fc60e")), Field.of(2, id("eee19b7ec3c1b175")));
        byte[] span = message(
                Field.of(1, id("5b8efff798038103d269b633813fc60d")),
                Field.of(2, id("eee19b7ec3c1b174")),
                Field.of(4, id("eee19b7ec3c1b173")),
                Field.of(5, "GET"),
                Field.of(6, 3L),
                Field.fixed64(7, 1_480_615_200_000_000_000L),
                Field.fixed64(8, 1_480_615_201_000_000_000L),
                Field.of(9, attribute),
                Field.of(9, listed),
                Field.of(9, mapped),
                Field.of(11, event),
                Field.of(13, link),
                Field.of(15, message(Field.of(2, "m"), Field.of(3, 2L))));
        byte[] service = message(Field.of(1, "service.name"), Field.of(2, message(Field.of(1, "s"))));
        return List.of(message(Field.of(
                1,
                message(
                        Field.of(1, message(Field.of(1, service))),
                        Field.of(2, message(Field.of(2, span), Field.of(2, span)))))));
    }

    private static byte[] id(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static List<String> filters() {
        return Stream.concat(FilterLanguageTests.examples(), FilterKeywordTests.examples())
                .map(example -> (String) example.get()[0])
                .toList();
    }

    static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
