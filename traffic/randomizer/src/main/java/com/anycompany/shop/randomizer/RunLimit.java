package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.StopSignal;
import com.anycompany.shop.commandline.Stopwatch;
import java.time.Duration;
import java.util.Optional;

/** End of a run: after a given time, or when the process is told to stop. */
final class RunLimit {

    private final StopSignal stop = new StopSignal();
    private final Stopwatch stopwatch = Stopwatch.started();
    private final Optional<Duration> time;

    RunLimit(Optional<Duration> time) {
        this.time = time;
    }

    void requestStop() {
        stop.request();
    }

    /** Waits that long, or until the end if that is sooner, and returns whether it is reached. */
    boolean isReachedWithin(Duration wait) {
        Optional<Duration> left = time.map(whole -> whole.minus(stopwatch.elapsed()));
        if (left.isPresent() && left.get().compareTo(wait) <= 0) {
            isStopRequestedWithin(left.get());
            return true;
        }
        return isStopRequestedWithin(wait);
    }

    /** The same for work that is completed after the time is over, too, unless the process is told to stop. */
    boolean isStopRequestedWithin(Duration wait) {
        return stop.isRequestedWithin(wait);
    }
}
