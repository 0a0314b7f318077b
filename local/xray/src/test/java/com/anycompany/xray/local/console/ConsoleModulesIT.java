package com.anycompany.xray.local.console;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the console's {@code *.test.js} files in the browser, since Node isn't required; each case is a JUnit test. */
class ConsoleModulesIT extends InChromium {

    private static final Path FOLDER = Path.of("src/test/console");
    private static final String ADDRESS = "/console-tests/";

    private static @Nullable ConsoleUnderTest console;

    @BeforeAll
    static void openPage() {
        ConsoleUnderTest started = ConsoleUnderTest.start(chromium());
        console = started;
        started.open("#/configuration").route("**" + ADDRESS + "**", ConsoleModulesIT::serveTestFile);
    }

    @AfterAll
    static void closePage() {
        if (console != null) console.close();
    }

    private static void serveTestFile(Route route) {
        String url = route.request().url();
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/javascript; charset=utf-8")
                .setPath(FOLDER.resolve(url.substring(url.indexOf(ADDRESS) + ADDRESS.length()))));
    }

    @TestFactory
    List<DynamicContainer> modules() throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            return paths.filter(path -> path.toString().endsWith(".test.js"))
                    .sorted()
                    .map(ConsoleModulesIT::file)
                    .toList();
        }
    }

    private static DynamicContainer file(Path path) {
        String name = FOLDER.relativize(path).toString().replace('\\', '/');
        return DynamicContainer.dynamicContainer(name, path.toUri(), cases(name));
    }

    /** A file that can't be loaded is reported as one failed test, and so is a file without cases. */
    private static Stream<DynamicTest> cases(String file) {
        try {
            List<?> cases = (List<?>) call("load", ADDRESS + file);
            if (cases.isEmpty()) {
                return Stream.of(DynamicTest.dynamicTest("has cases", () -> fail(file + " defines no case")));
            }
            return cases.stream().map(each -> test((Map<?, ?>) each));
        } catch (PlaywrightException e) {
            return Stream.of(DynamicTest.dynamicTest("loads", () -> fail(file + " can't be loaded", e)));
        }
    }

    private static DynamicTest test(Map<?, ?> test) {
        return DynamicTest.dynamicTest(String.valueOf(test.get("name")), () -> {
            Object error = call("run", Objects.requireNonNull(test.get("index")));
            if (error != null) fail(String.valueOf(error));
        });
    }

    private static @Nullable Object call(String function, Object argument) {
        Page page = Objects.requireNonNull(console).page();
        return page.evaluate(
                "argument => import('%srunner.js').then(runner => runner.%s(argument))".formatted(ADDRESS, function),
                argument);
    }
}
