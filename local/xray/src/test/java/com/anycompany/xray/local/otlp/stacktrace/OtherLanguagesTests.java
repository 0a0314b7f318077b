package com.anycompany.xray.local.otlp.stacktrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** .NET, Go, Ruby, PHP and Rust, in the forms that their documentation shows; and texts of no known language. */
class OtherLanguagesTests {

    /** learn.microsoft.com, Exception.ToString and Environment.StackTrace. */
    @Test
    void dotNet_hasFilesAndLines_andInnerExceptions() {
        assertThat(Printed.read("dotnet", """
                        System.InvalidOperationException: bad
                         ---> Shop.DbException: duplicate
                         ---> System.IO.IOException: reset
                           at Shop.Net.Read(Int32 count) in C:\\src\\Net.cs:line 9
                           --- End of inner exception stack trace ---
                           at Shop.Db.Insert() in /src/Db.cs:line 7
                           --- End of inner exception stack trace ---
                           at Shop.Orders.Place(String id) in /src/Shop/Orders.cs:line 41
                        --- End of stack trace from previous location ---
                           at Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke(HttpContext context)
                        """)).isEqualTo("""
                        System.InvalidOperationException: bad -> 1
                          Shop.Orders.Place(String id) /src/Shop/Orders.cs 41
                          Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke(HttpContext context)\s
                        Shop.DbException: duplicate -> 2
                          Shop.Db.Insert() /src/Db.cs 7
                        System.IO.IOException: reset
                          Shop.Net.Read(Int32 count) C:\\src\\Net.cs 9
                        """);
    }

    @Test
    void dotNet_onTheFramework_inGerman_andAggregated() {
        assertThat(Printed.read("dotnet", """
                        System.AggregateException: two ---> System.Exception: one
                           at A.B.One() in C:\\a.cs:Zeile 3
                           --- End of inner exception stack trace ---
                           at A.B.Main()
                        ---> (Inner Exception #0) System.Exception: one
                           at A.B.One() in C:\\a.cs:Zeile 3<---

                        ---> (Inner Exception #1) System.Exception: other
                           at A.B.Other() in C:\\a.cs:Zeile 4<---
                        """)).isEqualTo("""
                        System.AggregateException: two -> 1
                          A.B.Main()\s
                        System.Exception: one
                          A.B.One() C:\\a.cs 3
                        System.Exception: other
                          A.B.Other() C:\\a.cs 4
                        """);
    }

    /** pkg.go.dev/runtime/debug, PrintStack; recorded by RecordError with trace.WithStackTrace. */
    @Test
    void go_beginsWhereTheErrorWasRecorded() {
        assertThat(Printed.read("go", """
                        goroutine 1 [running]:
                        go.opentelemetry.io/otel/sdk/trace.recordStackTrace()
                        \t/go/pkg/mod/go.opentelemetry.io/otel/sdk@v1.38.0/trace/span.go:560 +0x7a
                        go.opentelemetry.io/otel/sdk/trace.(*recordingSpan).RecordError(0xc0001, {0x5, 0x6})
                        \t/go/pkg/mod/go.opentelemetry.io/otel/sdk@v1.38.0/trace/span.go:472 +0x1a5
                        main.place(0x7)
                        \t/app/main.go:41 +0x1d
                        created by main.main in goroutine 1
                        \t/app/main.go:12 +0x25
                        """)).isEqualTo("""
                        null: null
                          main.place(0x7) /app/main.go 41
                          created by main.main in goroutine 1 /app/main.go 12
                        ? go.opentelemetry.io/otel/sdk/trace.recordStackTrace()
                        	/go/pkg/mod/go.opentelemetry.io/otel/sdk@v1.38.0/trace/span.go:560
                        ? go.opentelemetry.io/otel/sdk/trace.(*recordingSpan).RecordError(0xc0001, {0x5, 0x6})
                        	/go/pkg/mod/go.opentelemetry.io/otel/sdk@v1.38.0/trace/span.go:472
                        """);
    }

    @Test
    void go_panic_beginsWhereItPanicked() {
        assertThat(StackTraceReader.read("go", "", """
                                goroutine 7 [running]:
                                go.opentelemetry.io/otel/sdk/trace.(*recordingSpan).End.deferwrap1()
                                \t/go/pkg/mod/go.opentelemetry.io/otel/sdk@v1.38.0/trace/span.go:383 +0x2a
                                panic({0x10, 0x20})
                                \t/usr/local/go/src/runtime/panic.go:770 +0x132
                                runtime.goPanicIndex(0x5, 0x3)
                                \t/usr/local/go/src/runtime/panic.go:114 +0x74
                                main.third(...)
                                \t/app/main.go:9
                                """).exceptions().get(0).frames())
                .containsExactly(new StackTrace.Frame("/app/main.go", 9, "main.third(...)"));
    }

    /** docs.ruby-lang.org, Exception#full_message, before and since 3.4, and in the order of 2.5. */
    @Test
    void ruby_hasTheThrowInItsHeader() {
        assertThat(Printed.read("ruby", """
                        /app/orders.rb:41:in 'Orders#place': order failed (Shop::OrderError)
                        \tfrom /app/main.rb:7:in `<main>'
                        \t ... 12 levels...
                        /app/db.rb:3:in `insert': duplicate (KeyError)
                        \tfrom /app/orders.rb:39:in `place'
                        """)).isEqualTo("""
                        Shop::OrderError: order failed -> 1
                          Orders#place /app/orders.rb 41
                          <main> /app/main.rb 7
                          … 12
                        KeyError: duplicate
                          insert /app/db.rb 3
                          place /app/orders.rb 39
                        """);
        assertThat(Printed.read("ruby", """
                        Traceback (most recent call last):
                        \t1: from /app/main.rb:7:in `<main>'
                        /app/main.rb:3:in `f': boom (RuntimeError)
                        """)).isEqualTo("""
                        RuntimeError: boom
                          f /app/main.rb 3
                          <main> /app/main.rb 7
                        """);
    }

    /** php.net, Throwable::__toString and getTraceAsString; opentelemetry-php's StackTraceFormatter prints as Java. */
    @Test
    void php_ownForm_andOpenTelemetrys() {
        assertThat(Printed.read("php", """
                        PDOException: duplicate in /app/Db.php:7
                        Stack trace:
                        #0 /app/Orders.php(41): Db->insert('x')
                        #1 {main}

                        Next Shop\\OrderException: order failed in /app/Orders.php:43
                        Stack trace:
                        #0 [internal function]: Orders->place()
                        #1 {main}
                        """)).isEqualTo("""
                        Shop\\OrderException: order failed -> 1
                           /app/Orders.php 43
                          Orders->place() [internal function]
                          {main}\s
                        PDOException: duplicate
                           /app/Db.php 7
                          Db->insert('x') /app/Orders.php 41
                          {main}\s
                        """);
        assertThat(Printed.read("php", """
                        Exception: outer
                        \tat Abc.Def.create(test.php:16)
                        \tat {main}(test.php:23)
                        Caused by: Abc.Def.TestException: inner
                        \t... 1 more
                        """)).isEqualTo("""
                        Exception: outer -> 1
                          Abc.Def.create test.php 16
                          {main} test.php 23
                        Abc.Def.TestException: inner
                          … 1
                        """);
    }

    /** doc.rust-lang.org, std::backtrace; docs.rs/anyhow, "Debug representation". */
    @Test
    void rust_beginsAtTheProgramsOwnCall() {
        assertThat(Printed.read("rust", """
                        order failed

                        Caused by:
                            0: duplicate
                            1: reset

                        Stack backtrace:
                           0: anyhow::error::<impl anyhow::Error>::msg
                                     at /cargo/anyhow/src/error.rs:83:36
                           1: shop::orders::place::h0123456789abcdef
                                     at ./src/orders.rs:41:9
                           2: shop::main
                                     at ./src/main.rs:5:5
                        """)).isEqualTo("""
                        null: order failed -> 1
                          shop::orders::place ./src/orders.rs 41
                          shop::main ./src/main.rs 5
                        null: duplicate -> 2
                        null: reset
                        ? anyhow::error::<impl anyhow::Error>::msg at /cargo/anyhow/src/error.rs:83
                        """);
        assertThat(Printed.read("rust", """
                        thread 'main' panicked at src/main.rs:4:5:
                        index out of bounds
                        stack backtrace:
                           0: rust_begin_unwind
                           1: core::panicking::panic_fmt
                           2: shop::main
                                     at ./src/main.rs:4:5
                        """)).startsWith("""
                        panic: index out of bounds
                          shop::main ./src/main.rs 4
                        ? rust_begin_unwind
                        """);
    }

    @Test
    void elixir_namesApplicationsAndArities() {
        assertThat(Printed.read("erlang", """
                        ** (ArithmeticError) bad argument in arithmetic expression
                            (shop 0.1.0) lib/shop.ex:4: Shop.share/2
                            :erlang./(1, 0)
                            (elixir 1.15.7) lib/enum.ex:1693: Enum."-map/2-lists^map/1-1-"/2
                            (stdlib 4.3) gen_server.erl:1123: :gen_server.try_handle_call/4
                            script.exs:9: (file)
                            Shop.run/0
                        """)).isEqualTo("""
                        ArithmeticError: bad argument in arithmetic expression
                          Shop.share/2 lib/shop.ex 4
                          :erlang./(1, 0)\s
                          Enum."-map/2-lists^map/1-1-"/2 lib/enum.ex 1693
                          :gen_server.try_handle_call/4 gen_server.erl 1123
                          (file) script.exs 9
                          Shop.run/0\s
                        """);
    }

    @Test
    void traceOfAnotherLanguage_isKnownByItsForm() {
        String python =
                "Traceback (most recent call last):\n  File \"/app/a.py\", line 1, in f\n    g()\nValueError: x\n";
        assertThat(Printed.read("java", python)).isEqualTo("ValueError: x\n  f /app/a.py 1\n");
        assertThat(Printed.read("swift", "a.B: c\n\tat a.B.c(B.java:1)")).isEqualTo("a.B: c\n  a.B.c B.java 1\n");
        assertThat(Printed.read("cpp", "Error: x\n    at f (/a.js:1:2)")).isEqualTo("Error: x\n  f /a.js 1\n");
        assertThat(Printed.read("erlang", "A.E: x\n   at A.B(String id)")).isEqualTo("A.E: x\n  A.B(String id) \n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "nodejs", "python", "dotnet", "go", "ruby", "php", "rust", "erlang"})
    void whatCannotBeRead_isKeptAsText(String language) {
        assertThat(Printed.read(language, "something odd\n\n  in no form\n"))
                .isEqualTo("? something odd\n? in no form\n");
        String long1 = "x".repeat(100_000) + " (".repeat(20_000);
        assertThat(StackTraceReader.read(language, "", long1).unread()).containsExactly(long1);
    }

    /** .NET Framework prints in the language of its user interface. */
    @Test
    void dotNet_ofOtherUserInterfaces() {
        assertThat(Printed.read("dotnet", """
                        System.Exception: x ---> System.IO.IOException: y
                           à A.Z() dans C:\\z.cs:ligne 3
                           --- Fin de la trace de la pile d'exception interne ---
                           à A.B(String s) dans C:\\a.cs:ligne 4
                        """)).isEqualTo("""
                        System.Exception: x -> 1
                          A.B(String s) C:\\a.cs 4
                        System.IO.IOException: y
                          A.Z() C:\\z.cs 3
                        """);
        assertThat(Printed.read("dotnet", "X.E: x\n   bei A.B() in C:\\a.cs:Zeile 3.\n   bei A.C()\n"))
                .isEqualTo("X.E: x\n  A.B() C:\\a.cs 3\n  A.C() \n");
        assertThat(Printed.read("dotnet", "X.E: x\n   在 A.B() 位置 C:\\a.cs:行号 3\n"))
                .isEqualTo("X.E: x\n  A.B() C:\\a.cs 3\n");
        assertThat(Printed.read("dotnet", "X.E: x\n   в A.B() в C:\\a.cs:строка 3\n"))
                .isEqualTo("X.E: x\n  A.B() C:\\a.cs 3\n");
    }

    /** pkg.go.dev/github.com/pkg/errors, "Formatted printing of errors". */
    @Test
    void go_wrappedErrors_comeAfterTheirCause() {
        assertThat(Printed.read("go", """
                        reset
                        main.read
                        \t/app/x.go:3
                        read failed
                        main.place
                        \t/app/main.go:41
                        main.main
                        \t/app/main.go:12
                        exit status 2
                        """)).isEqualTo("""
                        null: read failed -> 1
                          main.place /app/main.go 41
                          main.main /app/main.go 12
                        null: reset
                          main.read /app/x.go 3
                        ? exit status 2
                        """);
    }

    /** php.net, eval: the file and line of the call stand before those of the evaluated code. */
    @Test
    void php_evaluatedCode_isWhereItWasEvaluated() {
        assertThat(Printed.read("php", """
                        E: x in /app/a.php(3) : eval()'d code:1
                        Stack trace:
                        #0 /app/a.php(3) : eval()'d code(1): f('y: z')
                        #1 {main}
                        """)).contains("  f('y: z') /app/a.php 3\n");
    }
}
