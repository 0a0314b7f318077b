import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/** Takes the pictures that docs/screenshots.sh lists, in real time, since a live page is never done loading. */
final class Screenshots {

    private static final double SETTLED_MILLIS = 4000;

    private Screenshots() {}

    /**
     * Lines of standard input, with tabs between: file, width, height, address, "light" or "dark", and the CSS selector of what
     * is clicked first, or nothing.
     */
    public static void main(String[] arguments) {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(arguments[0]))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                Scanner lines = new Scanner(System.in)) {
            while (lines.hasNextLine()) take(browser, lines.nextLine().split("\t", -1));
        }
    }

    private static void take(Browser browser, String[] picture) {
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(Integer.parseInt(picture[1]), Integer.parseInt(picture[2]))
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.valueOf(picture[4].toUpperCase())));
        page.navigate(picture[3]);
        page.waitForTimeout(SETTLED_MILLIS);
        if (!picture[5].isEmpty()) {
            page.locator(picture[5]).first().click();
            page.waitForTimeout(SETTLED_MILLIS / 4);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(picture[0])));
        page.context().close();
        System.out.println(picture[0]);
    }
}
