package com.anycompany.shop.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Kills one service as nothing but {@code kill -9} does, to see what the shop makes of it. */
@Command(name = "kill", description = "kill -9 one part, and wait until it is back.")
final class Kill implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Parameters(paramLabel = "SERVICE", description = "For example catalogservice, or just catalog.")
    private String name = "";

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws InterruptedException {
        Victim victim = Victim.of(ShopPlan.of(folder, ports).part(name), new RunningParts(folder));
        long pid = victim.kill();
        screen.warn(victim.name(), "killed", "process " + pid);
        XRayEvents.post(ports, "chaos", victim.name() + " was killed", "process " + pid + ", by ./shop kill");
        return victim.back(PATIENCE)
                .map(took -> {
                    screen.good(victim.name(), "back", "after " + Screen.seconds(took));
                    return 0;
                })
                .orElseGet(() -> {
                    screen.bad(
                            victim.name(),
                            "not back",
                            "after " + PATIENCE.toSeconds() + " s; see ./shop logs " + victim.name());
                    return 1;
                });
    }
}
