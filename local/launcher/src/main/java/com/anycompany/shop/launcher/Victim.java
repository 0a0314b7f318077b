package com.anycompany.shop.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running part that is about to be killed, and how long its recovery takes. */
final class Victim {

    private final Part part;
    private final ProcessHandle process;
    private final RunningParts running;
    private Stopwatch dead = Stopwatch.started();

    private Victim(Part part, ProcessHandle process, RunningParts running) {
        this.part = part;
        this.process = process;
        this.running = running;
    }

    static Victim of(Part part, RunningParts running) {
        ProcessHandle process = running.of(part.name())
                .orElseThrow(() -> new Refusal(part.name() + " isn't running; ./shop up starts it."));
        return new Victim(part, process, running);
    }

    String name() {
        return part.name();
    }

    long kill() {
        dead = Stopwatch.started();
        process.destroyForcibly();
        return process.pid();
    }

    /** How long it was away; empty when it isn't back in time. */
    Optional<Duration> back(Duration patience) throws InterruptedException {
        Child.Probe probe = HttpProbe.of(part);
        while (dead.elapsed().compareTo(patience) < 0) {
            if (replaced() && probe.ready()) {
                return Optional.of(dead.elapsed());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Optional.empty();
    }

    private boolean replaced() {
        return running.of(part.name()).filter(now -> now.pid() != process.pid()).isPresent();
    }
}
