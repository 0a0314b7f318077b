package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.commandline.ProcessEnd;
import java.time.Duration;

/** A part's process that an earlier launcher started and left running. It isn't a child, so its exit code stays unknown. */
record AdoptedProcess(ProcessHandle process) implements Child {

    @Override
    public boolean isAlive() {
        return !ProcessEnd.isReached(process);
    }

    @Override
    public String ending() {
        return "ended";
    }

    @Override
    public boolean stop(Duration grace) {
        return RunningParts.end(process, grace);
    }
}
