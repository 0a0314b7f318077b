package com.anycompany.xray.local.otlp.stacktrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Forms of java.lang.Throwable#printStackTrace and java.lang.StackTraceElement#toString, as their Javadoc has them. */
class JavaParserTests {

    @Test
    void causes_areLinked_suppressedOnesAreKeptAsText() {
        assertThat(Printed.read("java", """
                        com.shop.OrderException: order failed
                        \tat com.shop.Orders.place(Orders.java:41)
                        \tSuppressed: java.lang.Exception: sup
                        \t\tat com.shop.Sup.a(Sup.java:1)
                        \tCaused by: java.lang.Error: of the suppressed one
                        \t\t... 2 more
                        Caused by: java.sql.SQLException: Duplicate entry
                        \tat org.db.Driver.exec(Driver.java:7)
                        \t... 22 more
                        Caused by: java.io.IOException: reset
                        by peer
                        \tat sun.nio.Ch.read(Ch.java:9)
                        \t... 3 more
                        """)).isEqualTo("""
                        com.shop.OrderException: order failed -> 1
                          com.shop.Orders.place Orders.java 41
                        java.sql.SQLException: Duplicate entry -> 2
                          org.db.Driver.exec Driver.java 7
                          … 22
                        java.io.IOException: reset
                        by peer
                          sun.nio.Ch.read Ch.java 9
                          … 3
                        ? Suppressed: java.lang.Exception: sup
                        ? at com.shop.Sup.a(Sup.java:1)
                        ? Caused by: java.lang.Error: of the suppressed one
                        ? ... 2 more
                        """);
    }

    @Test
    void loaderAndModule_areNoPartOfTheLabel() {
        assertThat(Printed.read("java", """
                        Exception in thread "main" java.lang.IllegalStateException
                        \tat app//com.shop.Main.main(Main.java)
                        \tat java.base@21.0.1/java.util.ArrayList.forEach(ArrayList.java:1511)
                        \tat com.foo.loader/foo@9.0/com.foo.Main.run(Main.java:101)
                        \tat com.shop.Orders$$Lambda/0x00007f1c.run(Unknown Source)
                        \tat java.base/jdk.internal.reflect.Method.invoke0(Native Method)
                        \tat com.shop.MainKt.my test(Main.kt:5) ~[shop.jar:1.0]
                        """)).isEqualTo("""
                        java.lang.IllegalStateException: null
                          com.shop.Main.main Main.java
                          java.util.ArrayList.forEach ArrayList.java 1511
                          com.foo.Main.run Main.java 101
                          com.shop.Orders$$Lambda/0x00007f1c.run Unknown Source
                          jdk.internal.reflect.Method.invoke0 Native Method
                          com.shop.MainKt.my test Main.kt 5
                        """);
    }

    @Test
    void messageThatLooksLikeFrames_isTheMessage() {
        assertThat(Printed.read("java", "a.B: x\n\tat no.Frame.of(It.java:1)", """
                        a.B: x
                        \tat no.Frame.of(It.java:1)
                        \tat com.shop.Main.main(Main.java:3)
                        \t[CIRCULAR REFERENCE: a.B: x]
                        """))
                .isEqualTo("""
                        null: null
                          com.shop.Main.main Main.java 3
                        ? [CIRCULAR REFERENCE: a.B: x]
                        """);
    }

    @Test
    void indentedTrace_isReadAllTheSame() {
        assertThat(Printed.read("java", """
                            a.B: x
                                at c.D.e(D.java:1)
                                Suppressed: a.S
                                    at c.S.e(S.java:1)
                            Caused by: a.C
                                at c.F.g(F.java:2)
                        """.indent(4))).isEqualTo("""
                        a.B: x -> 1
                          c.D.e D.java 1
                        a.C: null
                          c.F.g F.java 2
                        ? Suppressed: a.S
                        ? at c.S.e(S.java:1)
                        """);
    }

    @Test
    void deepRecursion_keepsFiftyFrames_andSaysHowManyItLeftOut() {
        String printed = "java.lang.StackOverflowError\n" + "\tat a.B.c(B.java:1)\n".repeat(1024);
        StackTrace.PrintedException exception =
                StackTraceReader.read("java", "", printed).exceptions().get(0);
        assertThat(exception.frames()).hasSize(50);
        assertThat(exception.omitted()).isEqualTo(974);
    }

    @Test
    void thousandsOfCauses_areBounded_andTheRestIsText() {
        String printed = "a.B\n\tat a.B.c(B.java:1)\n" + "Caused by: a.C: x\n".repeat(5000);
        StackTrace trace = StackTraceReader.read("java", "", printed);
        assertThat(trace.exceptions()).hasSize(50);
        assertThat(trace.exceptions().get(49).cause()).isEqualTo(-1);
        assertThat(trace.unread()).hasSize(4951).containsOnly("a.C: x");
    }

    /** logback.qos.ch, "rootException first". */
    @Test
    void rootCauseFirst_isRead() {
        assertThat(Printed.read("java", """
                        c.D: reset
                        \tat c.D.e(D.java:5)
                        Wrapped by: a.B: failed
                        \tat a.B.c(B.java:1)
                        \t... 2 common frames omitted
                        """)).isEqualTo("""
                        a.B: failed -> 1
                          a.B.c B.java 1
                          … 2
                        c.D: reset
                          c.D.e D.java 5
                        """);
    }
}
