package com.anycompany.xray.local.console;

import com.microsoft.playwright.Locator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base class of tests that each start an empty X-Ray Local. */
abstract class OverOwnServer extends InChromium {

    private @Nullable ConsoleUnderTest console;

    @BeforeEach
    void startServer() {
        console = ConsoleUnderTest.start(chromium());
    }

    @AfterEach
    void stopServer() {
        if (console != null) console.close();
    }

    final ConsoleUnderTest console() {
        return Objects.requireNonNull(console);
    }

    final Locator all(String css) {
        return console().page().locator(css);
    }
}
