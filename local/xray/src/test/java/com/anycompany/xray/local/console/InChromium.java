package com.anycompany.xray.local.console;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Base class of tests that share one browser. */
abstract class InChromium {

    private static final double TIMEOUT_MILLIS = 20_000;

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) chromium.close();
        chromium = null;
    }

    static Chromium chromium() {
        return Objects.requireNonNull(chromium);
    }
}
