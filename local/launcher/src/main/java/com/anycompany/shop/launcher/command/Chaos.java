package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import com.anycompany.shop.launcher.prepare.Preparation;
import com.anycompany.shop.launcher.supervise.HttpProbe;
import com.anycompany.shop.launcher.supervise.RunningParts;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts the randomizer, the same program that deletes pods on Kubernetes, and passes it what only the launcher knows: where
 * the services run (docs/adr/022-chaos-is-a-program-of-its-own.md).
 */
@Command(name = "chaos", description = "kill -9 a random service, again and again, until Ctrl-C.")
final class Chaos implements Callable<Integer> {

    private static final String APP = "randomizer";
    private static final int HEAP = 64;

    @Option(
            names = "--every",
            paramLabel = "TIME[..TIME]",
            defaultValue = "30s",
            description = "Time between two kills, or two bounds for it (default: ${DEFAULT-VALUE}).")
    private String every = "30s";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SERVICE",
            description = "Only these, separated by commas.",
            completionCandidates = PartNames.class)
    private List<String> only = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "The same order of services each time.")
    private @Nullable String seed;

    @Option(names = "--for", paramLabel = "TIME", description = "How long; without it, until Ctrl-C.")
    private @Nullable String time;

    @Option(
            names = "--together",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many services to kill at the same moment (default: ${DEFAULT-VALUE}).")
    private int together = 1;

    @Option(names = "--dry-run", description = "Print what would be killed, and kill nothing.")
    private boolean dryRun;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final RunningParts running = new RunningParts(folder);

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunningShop.require(running);
        AppFolder app = Preparation.layOut(folder, APP, folder.jar("traffic/randomizer", APP));
        return new ForegroundProgram(app, HEAP).run(arguments());
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--every", every, "--events", ports.url("xray")));
        targets().forEach(part -> arguments.addAll(List.of("--process", address(part))));
        if (seed != null) {
            arguments.addAll(List.of("--seed", seed));
        }
        if (time != null) {
            arguments.addAll(List.of("--for", time));
        }
        if (together != 1) {
            arguments.addAll(List.of("--together", "" + together));
        }
        if (dryRun) {
            arguments.add("--dry-run");
        }
        return arguments;
    }

    private List<Part> targets() {
        ShopPlan plan = ShopPlan.of(folder, ports);
        return only.isEmpty()
                ? plan.parts().stream().filter(Part::isService).toList()
                : only.stream().map(plan::part).toList();
    }

    /** The form of the randomizer's option: name, health address, and the file that identifies the process. */
    private String address(Part part) {
        URI health = HttpProbe.address(part)
                .orElseThrow(() -> new UserError("--only: " + part.name() + " has no health address."));
        return part.name() + "," + health + "," + running.file(part.name()).path();
    }
}
