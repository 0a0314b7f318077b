package com.anycompany.xray.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that ask the console's modules where they run: in the browser, since a fresh machine has no Node. */
abstract class InModules extends InChromium {

    private static @Nullable ConsoleUnderTest console;

    @BeforeAll
    static void openPage() {
        ConsoleUnderTest started = ConsoleUnderTest.start(chromium());
        console = started;
        started.open("#/configuration");
    }

    @AfterAll
    static void closePage() {
        if (console != null) console.close();
    }

    static void assertComputes(String module, String expression, String json) {
        Object value = Objects.requireNonNull(console)
                .page()
                .evaluate("import('/console/%s.js').then(async m => JSON.stringify(await (%s)))"
                        .formatted(module, expression));
        assertThat(value).isEqualTo(json);
    }
}
