package com.anycompany.xray.local.console;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the modules about traces, filters and the configuration compute. */
class ConsoleModulesIT extends InModules {

    /** An expression over a module, called m, and its value as JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    base/format                | [0.00001, 0.0042, 0.9994, 1.5, 75, null].map(m.duration) | ["0 ms","4.2 ms","999 ms","1.5 s","1 min 15 s","–"]
                    base/format                | [0, 0.04, 9.96, 1234].map(m.rate) | ["0/min","<0.1/min","10/min","1,234/min"]
                    base/format                | [0, 0.0004, 0.032, 0.9996, 1].map(m.percent) | ["0 %","<0.1 %","3.2 %","99 %","100 %"]
                    base/format                | m.shorten("a😀😀b", 3) | "a😀…"
                    base/format                | m.shortName("https://sqs.us-east-1.amazonaws.com/1234/orders") | "orders"
                    base/format                | [[0.4, 12, 90, 7300, 200000].map(m.age), [10, 2048, 3 << 20].map(m.bytes), m.urlPath("http://a/b?c=1"), m.urlPath("nonsense")] | [["now","12 s","1 min","2 h","2 d"],["10 B","2 KB","3 MB"],"/b?c=1","nonsense"]
                    chart/distribution         | [0.5, 0.9, 1].map(p => m.percentile([{Value: 3, Count: 1}, {Value: 1, Count: 9}], p)) | [1,1,3]
                    chart/distribution         | m.percentile([], 0.5) | null
                    chart/distribution         | m.histogramOf([{Value: 0.1, Count: 1}, {Value: 0.2, Count: 3}], 2).bars.map(b => b.count) | [1,3]
                    chart/distribution         | m.histogramOf([{Value: 0.001, Count: 99}, {Value: 9, Count: 1}]).logarithmic | true
                    chart/distribution         | m.ticks(0, 1, 4) | [0,0.5,1]
                    chart/distribution         | m.histogramsOf([[{Value: 0.1, Count: 1}], [{Value: 0.2, Count: 4}]], 2).map(h => h.bars.map(b => b.share)) | [[1,0],[0,1]]
                    chart/distribution         | [m.histogramsOf([[], []]), m.histogramOf([])] | [null,null]
                    chart/distribution         | m.axisTicks(m.histogramOf([{Value: 0.52, Count: 1}]), 5) | [0,0.2,0.4]
                    chart/distribution         | m.axisTicks(m.histogramOf([{Value: 0.01, Count: 99}, {Value: 9, Count: 1}])) | [0.01,0.1,1]
                    trace/spanTree             | [{http: {response: {status: 429}}, error: true}, {http: {response: {status: 503}}}, {error: true}, {in_progress: true}, {end_time: 1}].map(m.statusOf) | ["throttle","fault","error","pending","ok"]
                    trace/spanTree             | [...m.criticalPath({id: "r", start: 0, end: 10, children: [{id: "a", start: 0, end: 4, children: []}, {id: "b", start: 1, end: 3, children: []}, {id: "c", start: 4, end: 9, children: []}]})] | ["r","c","a"]
                    trace/spanTree             | m.exceptionChain({exceptions: [{id: "1", cause: "2"}, {id: "2"}]}, new Map()).map(e => e.id + e.depth) | ["10","21"]
                    trace/spanTree             | [...m.criticalPath({id: "r", start: 0, end: 10, children: [{id: "late", start: 4, end: 12, children: []}, {id: "a", start: 0, end: 4, children: []}, {id: "after", start: 11, end: 12, children: []}]})] | ["r","late","a"]
                    trace/spanTree             | (t => [t.roots.map(r => r.id), t.byId.get("c").parent.id, t.start, t.end])(m.toTree({Segments: [{Document: JSON.stringify({id: "a", start_time: 1, end_time: 4, subsegments: [{id: "b", start_time: 2, end_time: 3}]})}, {Document: JSON.stringify({id: "c", parent_id: "b", start_time: 2.1, end_time: 2.9})}]})) | [["a"],"b",1,4]
                    trace/spanTree             | (s => [m.toRows([s], new Set()).map(r => r.span.id + r.depth), m.toRows([s], new Set(["b"])).length])({id: "a", children: [{id: "b", children: [{id: "c", children: []}]}]}) | [["a0","b1","c2"],2]
                    trace/spanTree             | (s => [m.initiallyCollapsed([s], 9).size, [...m.initiallyCollapsed([s], 2)]])({id: "a", children: [{id: "b", children: [{id: "c", children: [{id: "d", children: []}]}, {id: "e", children: [{id: "f", status: "fault", children: []}]}]}]}) | [0,["c"]]
                    trace/spanTree             | [{aws: {operation: "GetItem", table_name: "T"}}, {sql: {sanitized_query: "SELECT 1"}}, {http: {request: {method: "GET", url: "http://h:1/p?q"}}}, {}].map(doc => m.detailOf({doc})) | ["GetItem T","SELECT 1","GET /p?q",""]
                    trace/spanTree             | [{name: "DynamoDb", doc: {aws: {table_name: "T"}}}, {name: "x", doc: {inferred: true}}, {name: "y", doc: {origin: "AWS::EC2::Instance"}}].map(s => Object.values(m.identityOf(s))) | [["T","AWS::DynamoDB::Table"],["x","remote"],["y","AWS::EC2::Instance"]]
                    base/router                | m.parseRoute(m.href("traces", {filter: 'a = "ü&#?"', range: ""}, "1-a/b")) | {"screen":"traces","id":"1-a/b","params":{"filter":"a = \\"ü&#?\\""}}
                    ui/filterBar               | m.and("fault OR error", "ok") | "(fault OR error) AND ok"
                    ui/completions             | m.completions("annotation.o", {annotations: ["order_id"]}).map(c => c[0]) | ["annotation.order_id = "]
                    ui/completions             | m.completions("ok AND http.method = ", {values: f => f === "method" ? ["GET", "POST"] : []}).map(c => c[0]) | ["\\"GET\\"","\\"POST\\""]
                    ui/completions             | m.completions('annotation.city = "New Y', {values: f => f === "annotation.city" ? ["New York", "Oslo"] : []}).map(c => c[0]) | ["\\"New York\\""]
                    ui/completions             | m.completions('service("fr', {names: ["frontend"]}).map(c => c[0]) | ["\\"frontend\\""]
                    ui/completions             | m.knownIn([{Annotations: {k: [{AnnotationValue: {NumberValue: 3}}]}, ServiceIds: [{Name: "z"}, {Name: "a"}]}]).names | ["a","z"]
                    ui/completions             | ["ok AND res", 'service("a b', ""].map(m.wordOf) | ["res","\\"a b",""]
                    trace/gaps                 | m.gapsOf({start: 0, end: 10, children: [{start: 1, end: 3}, {start: 2, end: 4}, {start: 4.1, end: 8}]}, 10) | [{"start":0,"end":1},{"start":8,"end":10}]
                    trace/gaps                 | [m.gapsOf({start: 0, end: 10, children: []}, 10), m.gapsOf({start: 0, end: 10, children: [{start: 0, end: null}]}, 10), m.gapsOf({start: 0, end: 5, children: [{start: 0, end: 9}]}, 10)] | [[],[],[]]
                    trace/retries              | [...m.attemptsOf({byId: new Map([["p", {children: [["a", 0, 1, "fault"], ["b", 1, 2, "throttle"], ["c", 2, 3, "ok"], ["d", 3, 4, "ok"]].map(([id, start, end, status]) => ({id, start, end, status, kind: "subsegment", name: "x", doc: {}}))}]])})] | [["a",{"number":1,"of":3}],["b",{"number":2,"of":3}],["c",{"number":3,"of":3}]]
                    api/summaryFields          | ["order_id", "order id", "a.b"].map(m.annotationName) | ["annotation.order_id","annotation[order id]","annotation[a.b]"]
                    api/summaryFields          | m.valuesIn({ServiceIds: [{Name: "a", Type: "client"}, {Name: "b"}, {Name: "b", Type: "remote"}]}, m.fieldOf("service")) | ["b"]
                    api/summaryFields          | m.fieldOf("annotation.paid").filter(true) | "annotation.paid = true"
                    api/traceSummaries         | m.readTraces({}, {most: 3, read: async (r, f, token) => ({TraceSummaries: [1, 2], NextToken: token ? null : "more"})}) | {"traces":[1,2,1],"complete":false}
                    api/traceSummaries         | m.readTraces({}, {most: 4, read: async (r, f, token) => ({TraceSummaries: [1, 2], NextToken: token ? null : "more"})}) | {"traces":[1,2,1,2],"complete":true}
                    api/traceSummaries         | m.readTraces({}, {most: 2, read: async () => ({TraceSummaries: [1, 2], NextToken: "more"})}) | {"traces":[1,2],"complete":false}
                    api/traceVolume            | m.stacksOf([{StartTime: 1}, {StartTime: 9, HasFault: true}, {StartTime: 10}, {StartTime: 99}, {StartTime: -1}], {start: 0, end: 10}, 2).map(s => [s.from, s.to, s.values.ok, s.values.fault]) | [[0,5,1,0],[5,10,2,1]]
                    analytics/differences      | m.compareBy([{k: "x"}, {k: "y"}], [{k: "y"}, {k: "y"}, {k: "y"}, {k: "z"}], t => [[t.k, t.k]]).map(r => [r.key, r.a, r.b, r.difference]) | [["x",1,0,0.5],["y",1,3,-0.25],["z",0,1,-0.25]]
                    analytics/differences      | m.compareFields([{Http: {HttpStatus: 500, HttpMethod: "GET"}}], [{Http: {HttpStatus: 200, HttpMethod: "GET"}}]).map(f => f.name) | ["status"]
                    analytics/shareCells       | [0.324, 0.041, -0.041, 0.0004, 0, -1].map(m.points) | ["+32","+4.1","−4.1","0","0","−100"]
                    analytics/comparedSets     | [{}, {a: "fault"}, {a: "fault", b: "ok"}, {arange: "1~2"}].map(p => m.setsOf(p, 100).b?.filter ?? null) | [null,"!(fault)","ok",""]
                    analytics/comparedSets     | m.setsOf({range: "PT1M", brange: "1~2"}, 100).b.range.end | 2
                    analytics/comparedSets     | [m.refined({}, "ok"), m.refined({a: "x", b: "y", into: "b"}, "ok"), m.refined({a: "x", into: "both"}, "ok")] | [{"a":"ok"},{"a":"x","b":"y AND ok","into":"b"},{"a":"x AND ok","into":"both","b":"!(x) AND ok"}]
                    analytics/comparedSets     | m.timed({a: "x"}, "b", "1~2") | {"a":"x","b":"!(x)","brange":"1~2"}
                    analytics/comparedSets     | m.swapped({a: "x", arange: "1~2", brange: "2~3"}) | {"a":"","arange":"2~3","brange":"1~2","b":"x"}
                    analytics/comparedSets     | m.suggestions({range: "PT5M"}, [{HasFault: true, ResponseTime: 2}], {start: 0, end: 100}, [{time: 30, title: "kill"}]).map(s => [s.label, s.params.a ?? s.params.arange]) | [["Faults with the rest","fault"],["Slowest tenth with the rest","responsetime >= 2"],["Before and after: kill","1970-01-01T00:00:00.000Z~1970-01-01T00:00:30.000Z"],["First half with second half","1970-01-01T00:00:00.000Z~1970-01-01T00:00:50.000Z"]]
                    analytics/rootCauses       | m.pathOf({Services: [{Name: "a", EntityPath: [{Name: "a"}, {Name: "call", Exceptions: [{Name: "E", Message: "m"}]}]}, {Name: "b", Inferred: true}]}) | [{"service":"a","type":"","inferred":false,"entities":["call"],"exceptions":[{"name":"E","message":"m"}]},{"service":"b","type":"","inferred":true,"entities":[],"exceptions":[]}]
                    analytics/rootCauses       | m.causeFilter("fault", {Services: [{Name: 'a"b', EntityPath: [{Name: "a", Coverage: 0.9}]}]}) | "rootcause.fault.json = #[{\\"Services\\":[{\\"Name\\":\\"a\\\\\\"b\\",\\"EntityPath\\":[{\\"Name\\":\\"a\\"}]}]}]"
                    traces/groupByTable        | m.groupBy([{Http: {HttpStatus: 200}, ResponseTime: 1}, {Http: {HttpStatus: 200}, ResponseTime: 3}, {}], {values: t => [t.Http?.HttpStatus]}) | [{"value":200,"count":2,"share":0.6666666666666666,"mean":2}]
                    traces/groupByTable        | m.labelsOf([{value: "http://a/x"}, {value: "http://b/x"}, {value: "http://b/y"}], v => v.slice(-1)) | ["http://a/x","http://b/x","y"]
                    base/timeRange             | [m.toRange("PT1M", 100), m.toRange("nonsense", 1000)].map(r => [r.start, r.end]) | [[40,100],[700,1000]]
                    configuration/samplingPage | [m.conditions({ServiceName: "*", Host: "*"}), m.conditions({ServiceName: "orders", URLPath: "/api/*", Attributes: {tier: "gold"}})] | ["every request","Service = orders, Path = /api/*, tier = gold"]
                    configuration/samplingPage | m.prepared({Priority: 1, Attributes: " a = b=c \\n\\n d=e"}) | {"Priority":1,"Attributes":{"a":"b=c","d":"e"}}
                    configuration/editForm     | [["Priority must be between 1 and 9999", null], ["mismatched input at column 3", 2], ["something else", null]].map(([message, column]) => m.culprit({message, column}, [{name: "Priority"}, {name: "FilterExpression", type: "filter"}])?.name ?? null) | ["Priority","FilterExpression",null]
                    traces/traceTable          | [{}, {HasError: true}, {HasError: true, HasThrottle: true}, {HasFault: true, HasError: true}].map(m.statusOf) | ["ok","error","throttle","fault"]
                    api/client                 | [new m.ApiError("no viable input at line 1, column 8").column, new m.ApiError("x").column, new m.ApiError("x", "Unreachable", 0).unreachable] | [7,null,true]
                    configuration/storePage    | m.counters({spansTaken: 1234, rejectedByReason: {InvalidId: 2}}) | [["Spans taken","1,234"],["Rejected: InvalidId","2"]]
                    """)
    void module_computes(String module, String expression, String json) {
        assertComputes(module, expression, json);
    }
}
