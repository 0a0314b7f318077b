package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.prepare.TrainingRun;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the shop once to record start-up archives; {@code ./shop up} starts this command as a process of its own. */
@Command(name = TrainingRun.COMMAND, hidden = true)
final class Train implements Callable<Integer> {

    @Parameters(arity = "0..*", description = "The parts to record.")
    private Set<String> recorded = Set.of();

    @Override
    public Integer call() throws Exception {
        return new TrainingRun(ShopFolder.ofThisCheckout(), Terminal.standard(), recorded, Clock.systemUTC()).run();
    }
}
