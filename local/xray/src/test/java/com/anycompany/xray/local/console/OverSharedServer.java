package com.anycompany.xray.local.console;

import com.microsoft.playwright.Locator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Base class of tests that share an X-Ray Local with the traces of a product page and of a failed checkout. */
abstract class OverSharedServer extends InChromium {

    private static @Nullable ConsoleUnderTest console;
    private static @Nullable ShopTrace failed;

    @BeforeAll
    static void startServer() throws Exception {
        ConsoleUnderTest started = ConsoleUnderTest.start(chromium());
        console = started;
        ShopTrace checkout = ShopTrace.failedCheckout();
        failed = checkout;
        started.send(ShopTrace.product(), checkout);
    }

    @AfterEach
    void closePage() {
        console().closePage();
    }

    @AfterAll
    static void stopServer() {
        if (console != null) console.close();
    }

    static ConsoleUnderTest console() {
        return Objects.requireNonNull(console);
    }

    /** The trace id of the failed checkout. */
    static String failed() {
        return Objects.requireNonNull(failed).id;
    }

    static Locator all(String css) {
        return console().all(css);
    }
}
