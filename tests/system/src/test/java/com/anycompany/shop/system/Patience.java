package com.anycompany.shop.system;

import java.time.Duration;

/** How long anybody waits for a page, whatever is broken behind it: the one place where the system tests say so. */
final class Patience {

    private static final Duration PROMISED = Duration.ofSeconds(2);

    /** The pages' own limits lie below two seconds; what comes on top is a busy machine's business. */
    private static final Duration OF_A_BUSY_MACHINE = Duration.ofSeconds(1);

    static final Duration LIMIT = PROMISED.plus(OF_A_BUSY_MACHINE);

    private Patience() {}
}
