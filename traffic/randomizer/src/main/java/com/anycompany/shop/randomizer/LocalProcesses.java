package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes of this machine, killed as nothing but {@code kill -9} does. */
record LocalProcesses(List<LocalService> services) implements Victims {

    @Override
    public List<Victim> healthy() throws Obstacle {
        List<Victim> healthy = new ArrayList<>();
        for (LocalService service : services) {
            ProcessMark.running(service.mark())
                    .filter(process -> service.isHealthy())
                    .ifPresent(process -> healthy.add(new LocalVictim(service, process)));
        }
        return healthy;
    }

    @Override
    public Duration glance() {
        return Duration.ofMillis(50);
    }

    /** A process that is about to be killed; its replacement is another process in the same file, and healthy. */
    private record LocalVictim(LocalService of, ProcessHandle process) implements Victim {

        @Override
        public String service() {
            return of.name();
        }

        @Override
        public String identity() {
            return "process " + process.pid();
        }

        @Override
        public void kill() throws Obstacle {
            if (!process.destroyForcibly()) {
                throw new Obstacle("process " + process.pid() + " of " + of.name() + " was gone already");
            }
        }

        @Override
        public boolean isReplaced() throws Obstacle {
            Optional<ProcessHandle> now = ProcessMark.running(of.mark());
            return now.isPresent() && now.get().pid() != process.pid() && of.isHealthy();
        }
    }
}
