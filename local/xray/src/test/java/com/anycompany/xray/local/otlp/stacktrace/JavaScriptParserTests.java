package com.anycompany.xray.local.otlp.stacktrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Forms of V8's stack trace API (v8.dev/docs/stack-trace-api), Node's util.inspect, and other browsers. */
class JavaScriptParserTests {

    @Test
    void framesWithoutNames_asyncOnes_urls_andWindowsPaths() {
        assertThat(Printed.read("nodejs", """
                        TypeError: x
                            at /app/src/index.js:30:11
                            at handler (/app/src/a.js:12:5)
                            at async file:///app/src/main.mjs:8:3
                            at async run (file:///app/src/lib/deep/module.mjs:4:2)
                            at f (C:\\app\\win.js:3:1)
                            at C:\\Program Files (x86)\\app\\win.js:4:1
                            at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
                            at http://shop.example:8080/app.js:1:234
                        """)).isEqualTo("""
                        TypeError: x
                          <anonymous> /app/src/index.js 30
                          handler /app/src/a.js 12
                          <anonymous> file:///app/src/main.mjs 8
                          run file:///app/src/lib/deep/module.mjs 4
                          f C:\\app\\win.js 3
                          <anonymous> C:\\Program Files (x86)\\app\\win.js 4
                          process.processTicksAndRejections node:internal/process/task_queues 95
                          <anonymous> http://shop.example:8080/app.js 1
                        """);
    }

    @Test
    void eval_isWhereItWasCalled_builtinsHaveNoLine() {
        assertThat(Printed.read("nodejs", """
                        Error [ERR_X]: two
                        lines
                            at eval (eval at load (/app/load.js:10:3), <anonymous>:1:7)
                            at eval (eval at a (eval at b (/app/b.js:2:1)), <anonymous>:1:1)
                            at new Promise (<anonymous>)
                            at Object.foo [as bar] (/app/(group)/page.js:7:4)
                            at async Promise.all (index 0)
                            at Array.map (native)
                        """)).isEqualTo("""
                        Error: two
                        lines
                          eval /app/load.js 10
                          eval /app/b.js 2
                          new Promise <anonymous>
                          Object.foo [as bar] /app/(group)/page.js 7
                          Promise.all index 0
                          Array.map native
                        """);
    }

    @Test
    void causesAndMembers_ofInspectedErrors() {
        assertThat(Printed.read("nodejs", """
                        Error: order failed
                            at place (/app/a.js:1:1)
                            ... 3 lines matching cause stack trace ...
                            at main (/app/a.js:9:1) {
                          code: 'E1',
                          [cause]: Error: reset
                              at read (/app/b.js:2:2)
                        }
                        """)).isEqualTo("""
                        Error: order failed -> 1
                          place /app/a.js 1
                          main /app/a.js 9
                          … 3
                        Error: reset
                          read /app/b.js 2
                        ? code: 'E1',
                        """);
        assertThat(Printed.read("nodejs", """
                        AggregateError: all failed
                            at all (/app/a.js:1:1) {
                          [errors]: [
                            Error: one
                                at one (/app/a.js:2:1),
                            TypeError: two
                                at two (/app/a.js:3:1)
                          ]
                        }
                        """)).isEqualTo("""
                        AggregateError: all failed -> 1
                          all /app/a.js 1
                        Error: one
                          one /app/a.js 2
                        TypeError: two
                          two /app/a.js 3
                        """);
    }

    /** developer.mozilla.org, Error.prototype.stack. */
    @Test
    void otherBrowsers() {
        assertThat(Printed.read("webjs", """
                        trace@https://shop.example/app.js:9:17
                        @https://shop.example/app.js:12:9
                        """)).isEqualTo("""
                        null: null
                          trace https://shop.example/app.js 9
                          <anonymous> https://shop.example/app.js 12
                        """);
    }
}
