package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.supervise.RunningParts;

/** Check of the commands that need a running shop: they say so at once, not after their time-outs. */
final class RunningShop {

    private RunningShop() {}

    /** Fails unless there is a launcher, which starts again what is away. */
    static void require(RunningParts running) {
        if (running.launcher().isEmpty()) {
            throw notRunning();
        }
    }

    /** Fails unless that part runs, or there is a launcher, which starts it again. */
    static void require(RunningParts running, String part) {
        if (running.launcher().isEmpty() && running.of(part).isEmpty()) {
            throw notRunning();
        }
    }

    private static UserError notRunning() {
        return new UserError("The shop isn't running; ./shop up starts it.");
    }
}
