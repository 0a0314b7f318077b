package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.XRayEvents;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import com.anycompany.shop.launcher.supervise.Notices;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends one part with {@code kill -9} and measures how long it is away. */
@Command(name = "kill", description = "kill -9 one part, and wait until it is back.")
final class Kill implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "For example catalogservice, or just catalog; without it, the names are listed.",
            completionCandidates = PartNames.class)
    private String name = "";

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final Terminal terminal = Terminal.standard();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        KillTarget target = KillTarget.of(ShopPlan.of(folder, ports).part(name), new RunningParts(folder));
        Notices.tell(folder, target.name(), "killed", "by ./shop kill");
        Instant killed = clock.instant();
        long pid = target.kill();
        terminal.warn(target.name(), "killed", "process " + pid);
        new XRayEvents(URI.create(ports.url("xray")))
                .tryToPost(
                        killed,
                        XRayEvents.Type.CHAOS,
                        target.name() + " was killed",
                        "process " + pid + ", by ./shop kill");
        return target.awaitReplacement(TIMEOUT)
                .map(took -> {
                    terminal.good(target.name(), "back", "after " + Durations.seconds(took));
                    return 0;
                })
                .orElseGet(() -> {
                    terminal.bad(
                            target.name(),
                            "not back",
                            "after " + TIMEOUT.toSeconds() + " s; see ./shop logs " + target.name());
                    return 1;
                });
    }
}
