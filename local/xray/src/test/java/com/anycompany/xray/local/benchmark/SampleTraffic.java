package com.anycompany.xray.local.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Traces of twelve segments of about 1.2 KB, like a shop's: four calls deep, a table below most services. */
final class SampleTraffic {

    static final int SEGMENTS = 12;
    private static final String[] SERVICES = {"frontend", "catalog", "cart", "order", "payment", "recommendation"};

    private final Random random;
    private long next;

    SampleTraffic(long seed) {
        random = new Random(seed);
    }

    List<String> trace(double now) {
        String trace = "1-%08x-%08x%016x".formatted((long) now, random.nextInt(), ++next);
        List<String> documents = new ArrayList<>(SEGMENTS);
        String parent = "";
        for (int i = 0; i < SEGMENTS; i++) {
            String call = hex();
            documents.add(document(trace, SERVICES[(i + (int) next) % SERVICES.length], parent, call, now));
            parent = call;
        }
        return documents;
    }

    private String document(String trace, String name, String parent, String call, double now) {
        double took = random.nextInt(200) / 1000.0;
        return String.format(
                Locale.ROOT,
                """
                {"name":"%s","id":"%s","start_time":%.3f,"trace_id":"%s","end_time":%.3f,%s\
                "subsegments":[{"name":"%s","id":"%s","start_time":%.3f,"end_time":%.3f,"namespace":"remote",\
                "http":{"request":{"method":"GET","url":"http://localhost:8081/api/v1/products/%d"},\
                "response":{"status":%d,"content_length":%d}}},\
                {"name":"DynamoDb","id":"%s","start_time":%.3f,"end_time":%.3f,"namespace":"aws",\
                "http":{"response":{"content_length":104,"status":200}},"aws":{"retries":0,"region":"us-east-1",\
                "operation":"GetItem","table_name":"%sTable","request_id":"%s-%s"},\
                "metadata":{"dynamodb":{"consumed_capacity":[{"table_name":"%sTable","capacity_units":0.5}]}}}],\
                "http":{"request":{"method":"GET","client_ip":"127.0.0.1","url":"http://localhost:8080/products/%d",\
                "user_agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"},\
                "response":{"content_length":%d,"status":200}},\
                "aws":{"xray":{"sdk_version":"2.21.0","sdk":"X-Ray for Java"}},\
                "annotations":{"shopper_id":"%s","product_id":"%d"},\
                "service":{"runtime":"OpenJDK 64-Bit Server VM","runtime_version":"17.0.15"}}""",
                name,
                hex(),
                now,
                trace,
                now + took,
                parent.isEmpty() ? "" : "\"parent_id\":\"" + parent + "\",",
                SERVICES[random.nextInt(SERVICES.length)],
                call,
                now,
                now + took / 2,
                random.nextInt(48),
                random.nextInt(50) == 0 ? 500 : 200,
                random.nextInt(5000),
                hex(),
                now,
                now + random.nextInt(20) / 1000.0,
                name,
                hex(),
                hex(),
                name,
                random.nextInt(48),
                random.nextInt(30_000),
                hex(),
                random.nextInt(48));
    }

    private String hex() {
        return "%016x".formatted(random.nextLong());
    }
}
