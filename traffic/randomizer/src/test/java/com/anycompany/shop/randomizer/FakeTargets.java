package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Services that come back at once, unless a test says otherwise. */
final class FakeTargets implements Targets {

    final List<String> killed = new CopyOnWriteArrayList<>();
    volatile List<String> services = List.of("cartservice", "frontend", "orderservice", "paymentservice");
    volatile Optional<TargetAccessException> listing = Optional.empty();
    volatile Optional<TargetAccessException> watching = Optional.empty();
    volatile boolean comeBack = true;

    @Override
    public List<Target> healthy() throws TargetAccessException {
        if (listing.isPresent()) {
            throw listing.get();
        }
        return services.stream().<Target>map(Fake::new).toList();
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(1);
    }

    private final class Fake implements Target {

        private final String service;

        private Fake(String service) {
            this.service = service;
        }

        @Override
        public String service() {
            return service;
        }

        @Override
        public String identity() {
            return "fake " + service;
        }

        @Override
        public void kill() {
            killed.add(service);
        }

        @Override
        public boolean isReplaced() throws TargetAccessException {
            if (watching.isPresent()) {
                TargetAccessException once = watching.get();
                watching = Optional.empty();
                throw once;
            }
            return comeBack;
        }
    }
}
