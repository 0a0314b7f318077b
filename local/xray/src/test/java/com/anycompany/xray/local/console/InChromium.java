package com.anycompany.xray.local.console;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that share one browser; it waits for what they expect, since the machine may be busy. */
abstract class InChromium {

    private static final double PATIENCE_MILLIS = 20_000;

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
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
