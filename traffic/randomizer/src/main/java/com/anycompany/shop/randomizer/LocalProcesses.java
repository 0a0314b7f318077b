package com.anycompany.shop.randomizer;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes of this machine, ended with {@code kill -9}. */
record LocalProcesses(List<LocalService> services) implements Targets {

    @Override
    public List<Target> healthy() throws TargetAccessException {
        List<Target> healthy = new ArrayList<>();
        for (LocalService service : services) {
            running(service)
                    .filter(process -> service.isHealthy())
                    .ifPresent(process -> healthy.add(new LocalTarget(service, process)));
        }
        return healthy;
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(50);
    }

    private static Optional<ProcessHandle> running(LocalService service) throws TargetAccessException {
        try {
            return service.file().runningProcess();
        } catch (UncheckedIOException e) {
            throw new TargetAccessException(String.valueOf(e.getMessage()));
        }
    }

    /** A process that is about to be killed; its replacement is another process in the same file, and healthy. */
    private record LocalTarget(LocalService of, ProcessHandle process) implements Target {

        @Override
        public String service() {
            return of.name();
        }

        @Override
        public String identity() {
            return "process " + process.pid();
        }

        @Override
        public void kill() throws TargetAccessException {
            if (!process.destroyForcibly()) {
                throw new TargetAccessException("process " + process.pid() + " of " + of.name() + " was gone already");
            }
        }

        @Override
        public boolean isReplaced() throws TargetAccessException {
            Optional<ProcessHandle> now = running(of);
            return now.isPresent() && now.get().pid() != process.pid() && of.isHealthy();
        }
    }
}
