package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.supervise.Child;
import com.anycompany.shop.launcher.supervise.HttpProbe;
import com.anycompany.shop.launcher.supervise.RunningParts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Target of a kill: a running part, and how long its recovery takes. */
final class KillTarget {

    private final Part part;
    private final ProcessHandle process;
    private final RunningParts running;
    private Stopwatch sinceKill = Stopwatch.started();

    private KillTarget(Part part, ProcessHandle process, RunningParts running) {
        this.part = part;
        this.process = process;
        this.running = running;
    }

    static KillTarget of(Part part, RunningParts running) {
        ProcessHandle process = running.of(part.name())
                .orElseThrow(() -> new UserError(part.name() + " isn't running; ./shop up starts it."));
        return new KillTarget(part, process, running);
    }

    String name() {
        return part.name();
    }

    long kill() {
        sinceKill = Stopwatch.started();
        process.destroyForcibly();
        return process.pid();
    }

    /** Waits until the supervisor has replaced it and returns how long it was away; empty after the timeout. */
    Optional<Duration> awaitReplacement(Duration timeout) throws InterruptedException {
        Child.Probe probe = HttpProbe.of(part);
        while (sinceKill.elapsed().compareTo(timeout) < 0) {
            if (isReplaced() && probe.ready()) {
                return Optional.of(sinceKill.elapsed());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Optional.empty();
    }

    private boolean isReplaced() {
        return running.of(part.name()).filter(now -> now.pid() != process.pid()).isPresent();
    }
}
