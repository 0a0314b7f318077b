package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens one of the shop's pages in a browser. */
@Command(name = "open", description = "Open the storefront, the console or a trace in a browser.")
final class Open implements Callable<Integer> {

    /** Programs that open an address in the user's browser: of Linux desktops, macOS and WSL. */
    private static final List<String> OPENERS = List.of("xdg-open", "open", "wslview");

    private static final int SECONDS_TO_FAIL = 2;

    @Parameters(
            arity = "0..1",
            paramLabel = "storefront|console|/PATH|ID",
            defaultValue = "storefront",
            description =
                    "A path is the storefront's, such as /cart; an id is that of a trace (default: ${DEFAULT-VALUE}).",
            completionCandidates = Pages.class)
    private String page = Pages.STOREFRONT;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() throws InterruptedException {
        String address = address(page, ports);
        RunningShop.require(new RunningParts(folder));
        List<String> openers = new ArrayList<>();
        Optional.ofNullable(System.getenv("BROWSER"))
                .filter(browser -> !browser.isBlank())
                .ifPresent(openers::add);
        openers.addAll(OPENERS);
        for (String opener : openers) {
            if (opens(opener, address)) {
                terminal.line("Opened " + address + ".");
                return 0;
            }
        }
        throw new UserError("No browser could be started; open " + address + " yourself, or set BROWSER to a program.");
    }

    /** The address of what the user has named. */
    static String address(String page, Ports ports) {
        if (page.equals(Pages.STOREFRONT)) {
            return ports.url("frontend") + "/";
        }
        if (page.equals(Pages.CONSOLE)) {
            return ports.url("xray") + "/";
        }
        if (page.startsWith("/")) {
            return ports.url("frontend") + page;
        }
        return TraceIds.find(page)
                .map(id -> ports.url("xray") + "/#/traces/" + id)
                .orElseThrow(() -> new UserError("'" + page
                        + "' can't be opened: name storefront, console, a path such as /cart, or a trace id."));
    }

    /** Whether the program exists and doesn't fail at once; a browser itself may run on. */
    private static boolean opens(String opener, String address) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(opener, address)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(SECONDS_TO_FAIL, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** What shells complete. */
    static final class Pages extends ArrayList<String> {

        static final String STOREFRONT = "storefront";
        static final String CONSOLE = "console";

        private static final long serialVersionUID = 1;

        Pages() {
            super(List.of(STOREFRONT, CONSOLE));
        }
    }
}
