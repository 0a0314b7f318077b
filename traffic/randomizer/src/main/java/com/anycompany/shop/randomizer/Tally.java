package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Durations;
import java.time.Duration;

/**
 * Counts of one run.
 *
 * @param lost kills after which the service didn't come back in time
 * @param failed rounds in which nothing could be killed
 * @param worst the longest recovery
 */
record Tally(int kills, int lost, int failed, Duration worst) {

    static final Tally NOTHING = new Tally(0, 0, 0, Duration.ZERO);

    Tally withKill() {
        return new Tally(kills + 1, lost, failed, worst);
    }

    Tally withRecovery(Duration took) {
        return new Tally(kills, lost, failed, took.compareTo(worst) > 0 ? took : worst);
    }

    Tally withLost() {
        return new Tally(kills, lost + 1, failed, worst);
    }

    Tally withFailed() {
        return new Tally(kills, lost, failed + 1, worst);
    }

    boolean isGood() {
        return lost == 0 && (kills > 0 || failed == 0);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(kills)
                .append(kills == 1 ? " kill, " : " kills, ")
                .append(lost)
                .append(" without recovery");
        if (!worst.isZero()) {
            text.append(", worst recovery ").append(Durations.seconds(worst));
        }
        if (failed > 0) {
            text.append(", ")
                    .append(failed)
                    .append(failed == 1 ? " round" : " rounds")
                    .append(" failed");
        }
        return text.append('.').toString();
    }
}
