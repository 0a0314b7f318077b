package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the end of the parts' log files, and follows them on request. */
@Command(name = "logs", description = "Show the end of the logs, of all parts or of one.")
final class Logs implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "One part only.",
            completionCandidates = PartNames.class)
    private @Nullable String name;

    @Option(names = "-f", description = "Go on as more is written.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "20", description = "How many lines (default 20).")
    private int lines;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new UserError("There are no logs yet; ./shop up writes them to .shop/logs.");
        }
        List<String> command = new ArrayList<>(List.of("tail", "-n", "" + lines));
        if (follow) {
            command.add("-F");
        }
        files.forEach(f -> command.add(f.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<Path> files() {
        ShopPlan plan = ShopPlan.of(folder, Ports.inUse(folder));
        List<Part> parts = name == null ? plan.parts() : List.of(plan.part(name));
        return parts.stream()
                .map(p -> folder.log(p.name()))
                .filter(Files::exists)
                .toList();
    }
}
