package com.anycompany.xray.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Traces like a shop's, twelve calls deep: as X-Ray segments of about 1.2 KB, and the same calls as Zipkin spans. One
 * seed gives the same traces to every server.
 *
 * <p>Every trace id has eight digits that a sender overwrites with the number of its round, so that a few thousand
 * prepared traces make any number of different ones without the cost of making them up while measuring.
 */
final class SampleTraces {

    static final int SEGMENTS = 12;
    static final String ROUND = "00000000";
    static final int SHOPPERS = 5_000;
    static final int PRODUCTS = 48;
    private static final String[] SERVICES = {"frontend", "catalog", "cart", "order", "payment", "recommendation"};

    private final Random random;
    private final double from;
    private long number;

    /** One call of one service. Times in seconds since the epoch. */
    private record Call(
            String service,
            String id,
            String call,
            String parent,
            double start,
            double took,
            int product,
            int status) {}

    /** @param documents X-Ray segments, @param spans Zipkin spans, both in order of the calls */
    record Trace(String id, List<String> documents, List<String> spans) {}

    SampleTraces(long seed, double from) {
        this.random = new Random(seed);
        this.from = from;
    }

    List<Trace> take(int traces) {
        List<Trace> taken = new ArrayList<>(traces);
        for (int i = 0; i < traces; i++) {
            taken.add(next());
        }
        return taken;
    }

    private Trace next() {
        double start = from + (++number % 30_000) * 0.02;
        String id = "1-%08x-%s%016x".formatted((long) start, ROUND, random.nextLong() ^ number);
        String shopper = "s%04d".formatted(random.nextInt(SHOPPERS));
        double took = random.nextInt(400) / 1000.0;
        List<String> documents = new ArrayList<>(SEGMENTS);
        List<String> spans = new ArrayList<>(SEGMENTS);
        String parent = "";
        for (int i = 0; i < SEGMENTS; i++) {
            Call call = new Call(
                    SERVICES[(int) ((i + number) % SERVICES.length)],
                    hex(),
                    hex(),
                    parent,
                    start + i * 0.001,
                    took,
                    random.nextInt(PRODUCTS),
                    random.nextInt(50) == 0 ? 500 : 200);
            documents.add(segment(id, call, shopper));
            spans.add(span(id.substring(2).replace("-", ""), call, shopper));
            parent = call.call();
            took *= 0.95;
        }
        return new Trace(id, documents, spans);
    }

    private String segment(String trace, Call call, String shopper) {
        return String.format(
                Locale.ROOT,
                """
                {"name":"%s","id":"%s","start_time":%.3f,"trace_id":"%s","end_time":%.3f,%s%s\
                "subsegments":[{"name":"%s","id":"%s","start_time":%.3f,"end_time":%.3f,"namespace":"remote",\
                "http":{"request":{"method":"GET","url":"http://localhost:8081/api/v1/products/%d"},\
                "response":{"status":%d,"content_length":%d}}},\
                {"name":"DynamoDb","id":"%s","start_time":%.3f,"end_time":%.3f,"namespace":"aws",\
                "http":{"response":{"content_length":104,"status":200}},"aws":{"retries":0,"region":"us-east-1",\
                "operation":"GetItem","table_name":"%sTable","request_id":"%s-%s"},\
                "metadata":{"dynamodb":{"consumed_capacity":[{"table_name":"%sTable","capacity_units":0.5}]}}}],\
                "http":{"request":{"method":"GET","client_ip":"127.0.0.1","url":"http://localhost:8080/products/%d",\
                "user_agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"},\
                "response":{"content_length":%d,"status":%d}},\
                "aws":{"xray":{"sdk_version":"2.21.0","sdk":"X-Ray for Java"}},\
                "annotations":{"shopper_id":"%s","product_id":"%d"},\
                "service":{"runtime":"OpenJDK 64-Bit Server VM","runtime_version":"17.0.15"}}""",
                call.service(),
                call.id(),
                call.start(),
                trace,
                call.start() + call.took(),
                call.status() == 500 ? "\"fault\":true," : "",
                call.parent().isEmpty() ? "" : "\"parent_id\":\"" + call.parent() + "\",",
                SERVICES[random.nextInt(SERVICES.length)],
                call.call(),
                call.start(),
                call.start() + call.took() * 0.97,
                call.product(),
                call.status(),
                random.nextInt(5000),
                hex(),
                call.start(),
                call.start() + random.nextInt(20) / 1000.0,
                call.service(),
                hex(),
                hex(),
                call.service(),
                call.product(),
                random.nextInt(30_000),
                call.status(),
                shopper,
                call.product());
    }

    private static String span(String trace, Call call, String shopper) {
        return String.format(
                Locale.ROOT,
                """
                {"traceId":"%s","id":"%s",%s"kind":"SERVER","name":"get /products/{id}","timestamp":%d,"duration":%d,\
                "localEndpoint":{"serviceName":"%s","ipv4":"127.0.0.1"},\
                "tags":{"http.method":"GET","http.path":"/products/%d","http.status_code":"%d",%s\
                "shopper_id":"%s","product_id":"%d"}}""",
                trace,
                call.call(),
                call.parent().isEmpty() ? "" : "\"parentId\":\"" + call.parent() + "\",",
                Math.round(call.start() * 1e6),
                Math.max(1, Math.round(call.took() * 1e6)),
                call.service(),
                call.product(),
                call.status(),
                call.status() == 500 ? "\"error\":\"500\"," : "",
                shopper,
                call.product());
    }

    private String hex() {
        return "%016x".formatted(random.nextLong());
    }
}
