package com.anycompany.xray.local.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Builds the segment documents of one trace of a shop. */
final class ShopTrace {

    private static final Random RANDOM = new Random();

    final String id;
    private final double now = System.currentTimeMillis() / 1000.0 - 2;
    private final List<String> documents = new ArrayList<>();

    ShopTrace() {
        id = "1-%08x-%s%s".formatted((long) now, hex(), hex().substring(8));
    }

    /** A subsegment with its id. */
    record Call(String id, String json) {}

    List<String> documents() {
        return documents;
    }

    /** The frontend calls the catalog, which reads a product from its table. */
    static ShopTrace product() {
        var trace = new ShopTrace();
        Call read = trace.table("ProductCatalog", "GetItem");
        Call ask = trace.remote("catalogservice", "/api/v1/products/1", 200);
        trace.segment("catalogservice", ask, 0.03, "GET", "http://localhost:8081/api/v1/products/1", 200, "", read);
        trace.segment(
                "frontend",
                null,
                0.05,
                "GET",
                "http://localhost:8080/products/1",
                200,
                "\"annotations\":{\"product_id\":\"1\"},",
                ask);
        return trace;
    }

    /** A checkout that fails in the payment service, with an exception and its cause. */
    static ShopTrace failedCheckout() {
        var trace = new ShopTrace();
        Call store = trace.table("Payments", "PutItem");
        Call pay = trace.remote("paymentservice", "/api/v1/payments", 502);
        trace.segment("paymentservice", pay, 0.2, "POST", "http://localhost:8084/api/v1/payments", 502, """
                "fault":true,"cause":{"working_directory":"/app","exceptions":[
                {"id":"00000000000000a1","type":"com.shop.ProcessorFailed","message":"no answer","cause":"00000000000000a2",
                 "stack":[{"path":"Payments.java","line":88,"label":"com.shop.Payments.capture"}]},
                {"id":"00000000000000a2","type":"java.net.SocketTimeoutException","message":"Read timed out"}]},
                """, store);
        Call order = trace.remote("orderservice", "/api/v1/orders", 502);
        trace.segment(
                "orderservice", order, 0.3, "POST", "http://localhost:8083/api/v1/orders", 502, "\"fault\":true,", pay);
        trace.segment("frontend", null, 0.4, "POST", "http://localhost:8080/checkout", 502, "\"fault\":true,", order);
        return trace;
    }

    /** The product page with a failing catalog. */
    static ShopTrace failedProduct() {
        var trace = new ShopTrace();
        Call read = trace.table("ProductCatalog", "GetItem");
        Call ask = trace.remote("catalogservice", "/api/v1/products/1", 500);
        trace.segment("catalogservice", ask, 0.03, "GET", "http://localhost:8081/1", 500, "\"fault\":true,", read);
        trace.segment("frontend", null, 0.05, "GET", "http://localhost:8080/products/1", 200, "", ask);
        return trace;
    }

    /** A checkout of the given duration. */
    static ShopTrace checkout(double seconds) {
        var trace = new ShopTrace();
        Call order = trace.remote("orderservice", "/api/v1/orders", 201);
        trace.segment("orderservice", order, seconds, "POST", "http://localhost:8083/api/v1/orders", 201, "");
        trace.segment("frontend", null, seconds + 0.01, "POST", "http://localhost:8080/checkout", 302, "", order);
        return trace;
    }

    /** The frontend calls the named service. */
    static ShopTrace call(String callee) {
        var trace = new ShopTrace();
        Call call = trace.remote(callee, "/audit", 200);
        trace.segment(callee, call, 0.01, "GET", "http://localhost:9/audit", 200, "");
        trace.segment("frontend", null, 0.02, "GET", "http://localhost:8080/", 200, "", call);
        return trace;
    }

    /** A chain in which each service calls the next. */
    static ShopTrace path(List<String> services) {
        var trace = new ShopTrace();
        Call[] calls = {};
        for (int i = services.size() - 1; i >= 0; i--) {
            String url = "http://localhost/" + services.get(i);
            Call caller = i == 0 ? null : trace.remote(services.get(i), "/" + services.get(i), 200);
            trace.segment(services.get(i), caller, 0.01 * (services.size() - i), "GET", url, 200, "", calls);
            if (caller != null) calls = new Call[] {caller};
        }
        return trace;
    }

    /** A trace with the given number of segments below one root. */
    static ShopTrace wide(int segments) {
        var trace = new ShopTrace();
        Call[] calls = new Call[segments - 1];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = trace.remote("worker", "/part/" + i, 200);
            trace.segment("worker", calls[i], 0.01, "GET", "http://localhost:9/part/" + i, 200, "");
        }
        // No single document may be larger than 64 KB, so the calls travel as independent subsegments.
        Call none = trace.remote("worker", "/last", 200);
        String root = trace.segment("frontend", null, 1, "GET", "http://localhost:8080/wide", 200, "", none);
        for (Call call : calls) trace.independent(call, root);
        return trace;
    }

    String segment(
            String name,
            @Nullable Call caller,
            double seconds,
            String method,
            String url,
            int status,
            String more,
            Call... calls) {
        String own = hex();
        String children =
                String.join(",", List.of(calls).stream().map(Call::json).toList());
        documents.add("""
                {"name":"%s","id":"%s","trace_id":"%s",%s"start_time":%s,"end_time":%s,%s
                 "http":{"request":{"method":"%s","url":"%s"},"response":{"status":%d}},"subsegments":[%s]}""".formatted(
                        name,
                        own,
                        id,
                        caller == null ? "" : "\"parent_id\":\"" + caller.id() + "\",",
                        time(0),
                        time(seconds),
                        more,
                        method,
                        url,
                        status,
                        children));
        return own;
    }

    private void independent(Call call, String parent) {
        String addition = "{\"type\":\"subsegment\",\"trace_id\":\"%s\",\"parent_id\":\"%s\",".formatted(id, parent);
        documents.add(addition + call.json().substring(1));
    }

    Call remote(String name, String path, int status) {
        String own = hex();
        String json =
                """
                {"name":"%s","id":"%s","start_time":%s,"end_time":%s,"namespace":"remote"%s,
                 "http":{"request":{"method":"GET","url":"http://localhost%s"},"response":{"status":%d}}}""".formatted(name, own, time(0), time(0.3), status >= 500 ? ",\"fault\":true" : "", path, status);
        return new Call(own, json);
    }

    Call table(String name, String operation) {
        String own = hex();
        String json = """
                {"name":"DynamoDb","id":"%s","start_time":%s,"end_time":%s,"namespace":"aws",
                 "aws":{"operation":"%s","table_name":"%s"}}""".formatted(own, time(0), time(0.01), operation, name);
        return new Call(own, json);
    }

    String time(double after) {
        return String.format(Locale.ROOT, "%.3f", now + after);
    }

    private static String hex() {
        return "%016x".formatted(RANDOM.nextLong());
    }
}
