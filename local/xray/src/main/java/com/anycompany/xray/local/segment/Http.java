package com.anycompany.xray.local.segment;

import org.jspecify.annotations.Nullable;

/** The {@code http} block of an entity; status 0 means that none was given. */
public record Http(
        @Nullable String method,
        @Nullable String url,
        @Nullable String userAgent,
        @Nullable String clientIp,
        int status,
        boolean traced) {

    /** The status that a number stands for, or 0. */
    public static int status(double number) {
        return number >= 100 && number < 1000 ? (int) number : 0;
    }
}
