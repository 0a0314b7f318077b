package com.anycompany.xray.local.otlp.stacktrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Forms of docs.python.org/3, "traceback", and PEPs 3134 (chaining), 654 (groups), 678 (notes). */
class PythonParserTests {

    @Test
    void lastCall_comesFirst() {
        assertThat(Printed.read("python", """
                        Traceback (most recent call last):
                          File "/app/a.py", line 1, in <module>
                            f()
                            ~^^
                          File "/app/b.py", line 2, in f
                            raise ValueError("x")
                          [Previous line repeated 996 more times]
                        ValueError: x
                        second line
                        a note
                        """)).isEqualTo("""
                        ValueError: x
                        second line
                        a note
                          f /app/b.py 2
                          <module> /app/a.py 1
                          … 996
                        """);
    }

    @Test
    void chained_eitherWay_theRecordedOneComesFirst() {
        assertThat(Printed.read("python", """
                        Traceback (most recent call last):
                          File "/app/net.py", line 1, in read
                            raise OSError("reset")
                        OSError: reset

                        The above exception was the direct cause of the following exception:

                        Traceback (most recent call last):
                          File "/app/db.py", line 2, in insert
                            raise DbError("no") from e
                        shop.DbError: no

                        During handling of the above exception, another exception occurred:

                        Traceback (most recent call last):
                          File "/app/shop.py", line 3, in place
                            log()
                        KeyError: 'k'
                        """)).isEqualTo("""
                        KeyError: 'k' -> 1
                          place /app/shop.py 3
                        shop.DbError: no -> 2
                          insert /app/db.py 2
                        OSError: reset
                          read /app/net.py 1
                        """);
    }

    @Test
    void syntaxError_beginsAtItsLine_whoseTextIsKept() {
        assertThat(Printed.read("python", """
                        Traceback (most recent call last):
                          File "/app/a.py", line 4, in load
                            compile(text, "<rule>", "exec")
                          File "<rule>", line 1
                            x = = 1
                                ^
                        SyntaxError: invalid syntax
                        """)).isEqualTo("""
                        SyntaxError: invalid syntax
                           <rule> 1
                          load /app/a.py 4
                        ? x = = 1
                        ? ^
                        """);
    }

    /** Printed by Python 3.11. */
    @Test
    void group_hasItsMembers_theFirstAsItsCause() {
        assertThat(Printed.read("python", """
                          + Exception Group Traceback (most recent call last):
                          |   File "/app/g.py", line 9, in <module>
                          |     raise ExceptionGroup("two failed", errors)
                          | ExceptionGroup: two failed (2 sub-exceptions)
                          +-+---------------- 1 ----------------
                            | Traceback (most recent call last):
                            |   File "/app/g.py", line 3, in <module>
                            |     int("a")
                            | ValueError: a
                            +---------------- 2 ----------------
                            | ExceptionGroup: inner (1 sub-exception)
                            +-+---------------- 1 ----------------
                              | TypeError: b
                              +------------------------------------
                        """)).isEqualTo("""
                        ExceptionGroup: two failed (2 sub-exceptions) -> 1
                          <module> /app/g.py 9
                        ValueError: a
                          <module> /app/g.py 3
                        ExceptionGroup: inner (1 sub-exception) -> 3
                        TypeError: b
                        """);
    }
}
