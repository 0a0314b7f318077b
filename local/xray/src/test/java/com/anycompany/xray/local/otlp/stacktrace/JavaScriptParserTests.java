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
                            at <anonymous>
                        """)).isEqualTo("""
                        Error: two
                        lines
                          eval /app/load.js 10
                          eval /app/b.js 2
                          new Promise <anonymous>
                          Object.foo [as bar] /app/(group)/page.js 7
                          Promise.all index 0
                          Array.map native
                          <anonymous> <anonymous>
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

    /** What Gecko, WebKit, Hermes and V8's WebAssembly print where there is no script, or no name. */
    @Test
    void otherBrowsers_nameNativeCode_handlersAndOffsets() {
        assertThat(Printed.read("webjs", """
                        foo@https://shop.example/c.js:1:2
                        async*bar@https://shop.example/d.js:7:8
                        setTimeout handler*baz@moz-extension://x/y.js:9:1
                        forEach@[native code]
                        [native code]
                        global code@https://shop.example/c.js:3:4
                        https://shop.example/z.js:9:8
                        """)).isEqualTo("""
                        null: null
                          foo https://shop.example/c.js 1
                          async*bar https://shop.example/d.js 7
                          setTimeout handler*baz moz-extension://x/y.js 9
                          forEach [native code]
                          <anonymous> [native code]
                          global code https://shop.example/c.js 3
                          <anonymous> https://shop.example/z.js 9
                        """);
        assertThat(Printed.read("nodejs", """
                        Error: x
                            at foo (address at index.android.bundle:1:2345)
                            at wasm://wasm/0001:wasm-function[12]:0x1a
                        """)).isEqualTo("""
                        Error: x
                          foo index.android.bundle 1
                          <anonymous> wasm://wasm/0001:wasm-function[12]:0x1a
                        """);
    }

    /** Node's and Ruby's terminal output. */
    @Test
    void colours_areLeftOut() {
        assertThat(Printed.read("nodejs", "Error: x\n\u001b[90m    at f (/a.js:1:2)\u001b[39m\n"))
                .isEqualTo("Error: x\n  f /a.js 1\n");
    }
}
