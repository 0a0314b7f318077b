package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.supervise.RunningParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the load generator with more shoppers, in the foreground. */
@Command(name = "load", description = "Send more shoppers and print their request rate, latency and errors.")
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
        RunningShop.require(new RunningParts(folder), "frontend");
        AppFolder app = AppFolder.of(folder, "loadgenerator");
        if (app.origin().isEmpty()) {
            throw new UserError("The load generator isn't laid out yet; ./shop up does that.");
        }
        List<String> arguments =
                new ArrayList<>(List.of("--url", Ports.inUse(folder).url("frontend"), "--shoppers", "" + shoppers));
        if (time != null) {
            arguments.addAll(List.of("--for", time));
        }
        if (think != null) {
            arguments.addAll(List.of("--think", think));
        }
        return new ForegroundProgram(app, HEAP).run(arguments);
    }
}
