package com.anycompany.xray.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.XRayLocalServer;
import com.anycompany.xray.local.store.StoreOptions;
import com.microsoft.playwright.Page;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console's modules compute, asked of them where they run: in the browser. */
class ConsoleModulesIT {

    private static @Nullable Chromium chromium;
    private static @Nullable XRayLocalServer server;
    private static @Nullable Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        var store = new StoreOptions(32 << 20, Duration.ofHours(1));
        server = XRayLocalServer.start(
                new XRayLocalServer.Options(InetAddress.getLoopbackAddress(), 0, Set.of(), store), Clock.systemUTC());
        page = chromium.browser().newPage();
        page.navigate("http://127.0.0.1:" + server.port() + "/#/configuration");
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
        if (chromium != null) chromium.close();
    }

    /** An expression over a module, called m, and its value as JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    format       | [0.00001, 0.0042, 0.9994, 1.5, 75, null].map(m.duration)         | ["0 ms","4.2 ms","999 ms","1.5 s","1 min 15 s","–"]
                    format       | [0, 0.04, 9.96, 1234].map(m.rate)                                 | ["0/min","<0.1/min","10/min","1,234/min"]
                    format       | [0, 0.0004, 0.032, 0.9996, 1].map(m.percent)                      | ["0 %","<0.1 %","3.2 %","99 %","100 %"]
                    format       | m.shorten("a😀😀b", 3)                                             | "a😀…"
                    format       | m.shortName("https://sqs.us-east-1.amazonaws.com/1234/orders")    | "orders"
                    distribution | [0.5, 0.9, 1].map(p => m.percentile([{Value: 3, Count: 1}, {Value: 1, Count: 9}], p)) | [1,1,3]
                    distribution | m.percentile([], 0.5)                                             | null
                    distribution | m.histogramOf([{Value: 0.1, Count: 1}, {Value: 0.2, Count: 3}], 2).bars.map(b => b.count) | [1,3]
                    distribution | m.histogramOf([{Value: 0.001, Count: 99}, {Value: 9, Count: 1}]).logarithmic | true
                    distribution | m.ticks(0, 1, 4)                                                  | [0,0.5,1]
                    ring         | m.arcs({ok: 999, error: 0, fault: 1, throttle: 0, total: 1000}).map(a => a.length) | [98,0,2,0]
                    graph        | m.selectorWith(m.nodeSelector({name: 'a"b', type: "AWS::SNS"}), ["fault", "error"], null) | "service(id(name: \\"a\\\\\\"b\\", type: \\"AWS::SNS\\")) { (fault OR error) }"
                    graph        | m.selectorWith(m.nodeSelector({name: "a", type: ""}), [], {from: 0.1, to: 0.25}) | "service(\\"a\\") { responsetime >= 0.1 AND responsetime <= 0.25 }"
                    graph        | ["", "client", "AWS::DynamoDB::Table", "AWS::EKS::Container"].map(m.typeLabel) | ["Service","Client","DynamoDB table","EKS container"]
                    graph        | m.toStats({OkCount: 1, ErrorStatistics: {ThrottleCount: 2, OtherCount: 3}, FaultStatistics: {TotalCount: 4}, TotalCount: 10, TotalResponseTime: 5}) | {"ok":1,"error":3,"fault":4,"throttle":2,"total":10,"mean":0.5}
                    spans        | [{http: {response: {status: 429}}, error: true}, {http: {response: {status: 503}}}, {error: true}, {in_progress: true}, {end_time: 1}].map(m.statusOf) | ["throttle","fault","error","pending","ok"]
                    spans        | [...m.criticalPath({id: "r", start: 0, end: 10, children: [{id: "a", start: 0, end: 4, children: []}, {id: "b", start: 1, end: 3, children: []}, {id: "c", start: 4, end: 9, children: []}]})] | ["r","c","a"]
                    spans        | m.exceptionChain({exceptions: [{id: "1", cause: "2"}, {id: "2"}]}, new Map()).map(e => e.id + e.depth) | ["10","21"]
                    router       | m.parseRoute(m.href("traces", {filter: 'a = "ü&#?"', range: ""}, "1-a/b")) | {"screen":"traces","id":"1-a/b","params":{"filter":"a = \\"ü&#?\\""}}
                    filterbar    | m.and("fault OR error", "ok")                                     | "(fault OR error) AND ok"
                    filterbar    | m.completions("annotation.o", [], ["order_id"]).map(c => c[0])    | ["annotation.order_id = "]
                    groupby      | m.groupBy([{Http: {HttpStatus: 200}, ResponseTime: 1}, {Http: {HttpStatus: 200}, ResponseTime: 3}, {}], m.fieldOf("status")) | [{"value":200,"count":2,"share":0.6666666666666666,"mean":2}]
                    timerange    | [m.toRange("PT1M", 100), m.toRange("nonsense", 1000)].map(r => [r.start, r.end]) | [[40,100],[700,1000]]
                    """)
    void module_computes(String module, String expression, String json) {
        Object value = Objects.requireNonNull(page)
                .evaluate("import('/console/%s.js').then(m => JSON.stringify(%s))".formatted(module, expression));
        assertThat(value).isEqualTo(json);
    }
}
