package com.anycompany.shop.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends more shoppers, in the foreground, and shows how they fare. */
@Command(name = "load", description = "Send more shoppers and show how they fare.")
final class Load implements Callable<Integer> {

    private static final int HEAP = 256;

    @Option(names = "--shoppers", paramLabel = "N", defaultValue = "10", description = "How many (default 10).")
    private int shoppers;

    @Option(names = "--for", paramLabel = "TIME", description = "How long, such as 5m; without it, until Ctrl-C.")
    private @Nullable String time;

    @Option(names = "--think", paramLabel = "TIME..TIME", description = "How long a shopper looks at a page.")
    private @Nullable String think;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();

    @Override
    public Integer call() throws IOException, InterruptedException {
        AppFolder app = AppFolder.of(folder, "loadgenerator");
        if (app.origin().isEmpty()) {
            throw new Refusal("The load generator isn't there yet; ./shop up prepares it.");
        }
        List<String> arguments =
                new ArrayList<>(List.of("--url", Ports.inUse(folder).url("frontend"), "--shoppers", "" + shoppers));
        if (time != null) {
            arguments.addAll(List.of("--for", time));
        }
        if (think != null) {
            arguments.addAll(List.of("--think", think));
        }
        Process process = new ProcessBuilder(JavaRuntime.current().command(app, HEAP, List.of(), arguments))
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }
}
