package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.StopSignal;
import com.anycompany.shop.loadgenerator.SessionEnded.Reason;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Runs sessions one after the other, each with new cookies; waits longer after each failure while the storefront is down. */
final class Shopper implements Runnable {

    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Route UNREADABLE = new Route("(unusable page)");
    private static final int LONGEST_WAIT = 10;

    private final Supplier<Visit> visits;
    private final ThinkTime thinkTime;
    private final StopSignal stop;
    private final Traffic traffic;
    private final RandomGenerator random;

    Shopper(Supplier<Visit> visits, ThinkTime thinkTime, StopSignal stop, Traffic traffic, RandomGenerator random) {
        this.visits = visits;
        this.thinkTime = thinkTime;
        this.stop = stop;
        this.traffic = traffic;
        this.random = random;
    }

    @Override
    public void run() {
        Duration arrival =
                Duration.ofMillis(random.nextLong(1 + thinkTime.longest().toMillis() / 4));
        int vain = 0;
        for (Duration pause = arrival; !stop.isRequestedWithin(pause); ) {
            try {
                visits.get().run();
                vain = 0;
                pause = thinkTime.pick(random);
            } catch (SessionEnded left) {
                vain = left.reason() == Reason.UNREACHABLE ? vain + 1 : 0;
                pause = afterError(vain);
            } catch (RuntimeException unreadable) {
                traffic.unexpectedError(UNREADABLE, "page that can't be used: " + unreadable.getMessage());
                pause = afterError(0);
            }
            traffic.sessionEnded();
        }
    }

    /** 1 s after an error page; 2, 4, 8, then 10 s, plus or minus a quarter, while the storefront doesn't answer. */
    private Duration afterError(int vain) {
        long seconds = Math.min(LONGEST_WAIT, 1L << Math.min(vain, LONGEST_WAIT));
        return CALM.multipliedBy(seconds).multipliedBy(random.nextInt(75, 126)).dividedBy(100);
    }
}
