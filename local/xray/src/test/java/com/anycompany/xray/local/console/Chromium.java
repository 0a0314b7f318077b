package com.anycompany.xray.local.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The installed Chromium, driven by Playwright. Without it the tests are skipped, or fail if CI is true. */
final class Chromium implements AutoCloseable {

    private static final List<String> EXECUTABLES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    static Chromium start() {
        List<String> candidates = Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), EXECUTABLES.stream())
                .toList();
        Optional<Path> executable =
                candidates.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (executable.isEmpty()) {
            String message = "Chromium isn't installed (looked at " + String.join(", ", candidates) + ")";
            if ("true".equals(System.getenv("CI"))) throw new AssertionError(message + ": CI needs it");
            System.out.println(message + ": console tests skipped");
            Assumptions.abort(message);
        }
        return new Chromium(executable.orElseThrow());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
