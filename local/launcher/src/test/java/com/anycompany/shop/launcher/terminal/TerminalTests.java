package com.anycompany.shop.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTests {

    private static final String DETAIL = "exit code 1, its port is in use; starting it again in 2 s";

    private final StringWriter printed = new StringWriter();

    @Test
    void row_isOneLine_whereTheWidthIsUnknown() {
        terminal(0).warn("catalogservice", "down", DETAIL);

        assertThat(printed.toString().lines()).containsExactly("  catalogservice         down      " + DETAIL);
    }

    @Test
    void row_continuesBelowItsDetail_inANarrowTerminal() {
        terminal(60).warn("catalogservice", "down", DETAIL);

        assertThat(printed.toString().lines())
                .containsExactly(
                        "  catalogservice         down      exit code 1, its port is",
                        "                                   in use; starting it again",
                        "                                   in 2 s");
    }

    @Test
    void word_thatIsTooLong_staysWhole_andColoursHaveNoWidth() {
        Terminal terminal = new Terminal(new PrintWriter(printed, true), true, 60);

        terminal.good("frontend", "ready", "  2.4 s   " + terminal.faint("http://localhost:8080"));

        assertThat(printed.toString().lines())
                .containsExactly(
                        "  frontend               \u001b[32mready    \u001b[0m   2.4 s",
                        "                                   \u001b[2mhttp://localhost:8080\u001b[0m");
    }

    private Terminal terminal(int columns) {
        return new Terminal(new PrintWriter(printed, true), false, columns);
    }
}
