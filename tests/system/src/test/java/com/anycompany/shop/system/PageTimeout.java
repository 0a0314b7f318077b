package com.anycompany.shop.system;

import java.time.Duration;

/** Longest time of a page, whatever is broken behind it. */
final class PageTimeout {

    private static final Duration PROMISED = Duration.ofSeconds(2);

    /** The pages' own limits are below two seconds; a busy machine takes longer. */
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(1);

    static final Duration LIMIT = PROMISED.plus(BUSY_MACHINE);

    private PageTimeout() {}
}
