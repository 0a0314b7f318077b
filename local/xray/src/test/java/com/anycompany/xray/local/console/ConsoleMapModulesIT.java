package com.anycompany.xray.local.console;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the modules about the map compute: its graph, its layout, what it says of a node, and what changed. */
class ConsoleMapModulesIT extends InModules {

    /** An expression over a module, called m, and its value as JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    graph/statusRing           | m.arcs({ok: 999, error: 0, fault: 1, throttle: 0, total: 1000}).map(a => a.length) | [98,0,2,0]
                    api/serviceGraph           | m.selectorWith(m.nodeSelector({name: 'a"b', type: "AWS::SNS"}), ["fault", "error"], null) | "service(id(name: \\"a\\\\\\"b\\", type: \\"AWS::SNS\\")) { (fault OR error) }"
                    api/serviceGraph           | m.selectorWith(m.nodeSelector({name: "a", type: ""}), [], {from: 0.1, to: 0.25}) | "service(\\"a\\") { responsetime >= 0.1 AND responsetime <= 0.25 }"
                    api/serviceGraph           | ["", "client", "AWS::DynamoDB::Table", "AWS::EKS::Container"].map(m.typeLabel) | ["Service","Client","DynamoDB table","EKS container"]
                    api/serviceGraph           | m.toStats({OkCount: 1, ErrorStatistics: {ThrottleCount: 2, OtherCount: 3}, FaultStatistics: {TotalCount: 4}, TotalCount: 10, TotalResponseTime: 5}) | {"ok":1,"error":3,"fault":4,"throttle":2,"total":10,"mean":0.5}
                    api/serviceGraph           | m.toGraph({StartTime: 0, Services: [{ReferenceId: 1, Name: "b", Edges: []}, {ReferenceId: 0, Name: "b", Type: "client", Edges: [{ReferenceId: 1, SummaryStatistics: {TotalCount: 6, OkCount: 6, TotalResponseTime: 3}}, {ReferenceId: 9}]}]}, {start: 0, end: 120, seconds: 120}).nodes.map(n => [n.type, n.stats.total, n.stats.mean, n.rate]) | [["",0,null,0],["client",6,0.5,3]]
                    chart/timeAxis             | [[0, 60], [0, 300], [0, 3600]].map(([start, end]) => m.clockTicks({start, end}, 4).length) | [7,6,7]
                    chart/timeAxis             | m.clusters([{time: 9}, {time: 1}, {time: 8}], t => t * 10, 15).map(c => [c.x, c.events.length]) | [[10,1],[80,2]]
                    chart/timeAxis             | m.toBuckets([{Timestamp: 180}, {Timestamp: 120}, {Timestamp: 60}], 60, {start: 90, end: 150}).map(b => [b.from, b.to]) | [[90,120],[120,150]]
                    api/events                 | m.compareAround({time: 1200}) | "#/compare?before=1970-01-01T00%3A18%3A00.000Z%7E1970-01-01T00%3A20%3A00.000Z&after=1970-01-01T00%3A20%3A00.000Z%7E1970-01-01T00%3A22%3A00.000Z"
                    api/graphQuery             | [m.wholeFilter("a", ""), m.wholeFilter(null, "fault"), m.wholeFilter("a", "ok OR fault")].join("; ") | "group.name = \\"a\\"; fault; (ok OR fault) AND group.name = \\"a\\""
                    api/graphQuery             | m.buckets({range: {start: 90, end: 200}, traces: {found: [{StartTime: 100}, {StartTime: 190}]}}).map(b => [b.from, b.to, b.traces.length]) | [[90,120,1],[120,180,0],[180,200,1]]
                    api/graphQuery             | m.perMinute({ok: 10, error: 0, fault: 5, throttle: 0}, 30).fault | 10
                    compare/graphDifference    | m.changeOf(null, {}).kind + m.changeOf({}, null).kind | "appearedvanished"
                    compare/graphDifference    | [[100, 100], [100, 90], [4, 3]].map(([n, ok]) => m.changeOf({stats: {ok: 100, error: 0, fault: 0, throttle: 0, total: 100, mean: 1}, histogram: []}, {stats: {ok, error: 0, fault: n - ok, throttle: 0, total: n, mean: 1}, histogram: []})) | [null,{"kind":"failing","text":"0 % → 10 % faults"},null]
                    compare/graphDifference    | [[0.1, 0.2], [0.1, 0.11], [0.2, 0.1]].map(([a, b]) => [a, b].map(v => ({rate: 1, stats: {ok: 9, error: 0, fault: 0, throttle: 0, total: 9, mean: v}, histogram: [{Value: v * 0.9, Count: 5}, {Value: v * 1.1, Count: 5}]}))).map(([a, b]) => m.changeOf(a, b)?.kind ?? null) | ["slower",null,"faster"]
                    compare/graphDifference    | m.changeOf({rate: 200, stats: {total: 400}}, {rate: 0.5, stats: {total: 1}}) | {"kind":"vanished","text":"200/min → 0.5/min"}
                    compare/graphDifference    | m.compareGraphs({nodes: [{key: "a", type: "client"}, {key: "b", type: "", stats: {total: 0, mean: null}, rate: 0}], edges: []}, {nodes: [{key: "a", type: "client"}, {key: "c", type: "", stats: {total: 0, mean: null}, rate: 0}], edges: [{key: "a→c", from: {key: "a"}, to: {key: "c"}, stats: {total: 0, mean: null}, rate: 0}]}).nodes.map(n => [n.key, n.change?.kind ?? null]) | [["a",null],["b","vanished"],["c","appeared"]]
                    compare/graphDifference    | (b => m.headlines({nodes: [b], edges: [{to: b, change: {kind: "failing"}, stats: {total: 1}}, {to: b, change: {kind: "slower"}, stats: {total: 1}}]}).map(({kind, things}) => [kind, things.length]))({type: "", change: {kind: "failing"}, stats: {total: 1}}) | [["failing",1],["slower",1]]
                    graph/layeredLayout        | (g => [...g.places].map(([k, p]) => [k, p.x]).join(" "))(m.layered({nodes: ["a", "b", "c"].map(key => ({key, width: 100, height: 60})), edges: [["a", "b"], ["b", "c"]].map(([a, b]) => ({key: a + b, from: {key: a}, to: {key: b}}))})) | "a,70 b,286 c,502"
                    graph/layeredLayout        | (g => { const p = [...g.places.values()]; return [p[1].x > p[0].x, p[1].x === p[2].x, Math.abs(p[1].y - p[2].y) >= 60, g.routes.has("self")]; })(m.layered({nodes: ["a", "b", "c"].map(key => ({key, width: 100, height: 60})), edges: [["a", "b", "ab"], ["a", "c", "ac"], ["a", "a", "self"]].map(([a, b, key]) => { const from = {key: a}; return {key, from, to: a === b ? from : {key: b}}; })})) | [true,true,true,false]
                    graph/layeredLayout        | (g => { const {bends, label} = g.routes.get("ab"); return [bends.every(b => b.y === label.y), bends[0].x < label.x, bends.at(-1).x > label.x]; })(m.layered({nodes: ["a", "b"].map(key => ({key, width: 100, height: 60})), edges: [{key: "ab", from: {key: "a"}, to: {key: "b"}}]})) | [true,true,true]
                    graph/layeredLayout        | (n => [...m.layered({nodes: n.map(key => ({key, width: 10, height: 10})), edges: n.flatMap((a, i) => n.slice(i + 1).map(b => ({key: a + b, from: {key: a}, to: {key: b}})))}).routes.values()].filter(r => r.label !== null).length)([..."abcdefghijklmnop"]) | 0
                    graph/nodeBox              | [{name: "x", type: "client"}, {name: "https://sqs.us-east-1.amazonaws.com/1/placed", type: ""}, {name: "y".repeat(40), type: ""}].map(m.nodeTitle) | ["Client","placed","yyyyyyyyyyyyyyyyyyyyyyy…"]
                    graph/nodeBox              | (a => [m.boxOf({name: "a", type: ""}).width === m.boxOf({name: "b", type: ""}).width, a.width > m.boxOf({name: "a", type: ""}).width, a.ring - m.RADIUS > -a.width / 2, a.text > a.ring + m.RADIUS])(m.boxOf({name: "recommendationservice", type: ""})) | [true,true,true,true]
                    graph/edgePath             | m.edgePath({x: 0, y: 0, width: 100, height: 60}, {x: 300, y: 0, width: 100, height: 60}, null).replace(/L.*L/, " to ") | "M55.0 0.0 to 236.0 0.0"
                    graph/edgePath             | m.edgePath({x: 0, y: 0, width: 100, height: 60}, {x: 10, y: 300, width: 100, height: 60}, null).replace(/[LC].*L/, " to ") | "M5.0 35.0 to 5.0 256.0"
                    graph/edgePath             | m.edgePath(...Array(2).fill({x: 0, y: 0, width: 100, height: 60}), null).split("C")[0] | "M-12 -35"
                    ui/icons                   | ["client", "remote", "AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::Lambda::Function", "Database::SQL", "AWS::EKS::Container", ""].map(m.iconName) | ["client","remote","table","queue","function","database","service","service"]
                    graph/graphNode            | [[100, 0], [97, 3], [99, 1]].map(([ok, fault]) => m.whatIsWrong({stats: {ok, fault, error: 0, throttle: 0, total: 100}})?.text ?? null) | [null,"3 % faults",null]
                    graph/graphNode            | m.describe("api", {stats: {total: 4, mean: 0.2, fault: 1, error: 0, throttle: 2}, rate: 12, change: {kind: "slower", text: "1 ms → 2 ms"}}) | "api, 200 ms mean, 12 per minute, 1 fault, 2 throttled, slower: 1 ms → 2 ms"
                    """)
    void module_computes(String module, String expression, String json) {
        assertComputes(module, expression, json);
    }
}
