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
    static int status(double number) {
        return number >= 100 && number < 1000 ? (int) number : 0;
    }

    /** Collects the fields of the block. */
    static final class Builder {

        private @Nullable String method;
        private @Nullable String url;
        private @Nullable String userAgent;
        private @Nullable String clientIp;
        private int status;
        private boolean traced;

        /** @param first the fields that are there already, or null */
        Builder(@Nullable Http first) {
            if (first != null) {
                method = first.method;
                url = first.url;
                userAgent = first.userAgent;
                clientIp = first.clientIp;
                status = first.status;
                traced = first.traced;
            }
        }

        void method(String value) {
            method = value;
        }

        void url(String value) {
            url = value;
        }

        void userAgent(String value) {
            userAgent = value;
        }

        void clientIp(String value) {
            clientIp = value;
        }

        void status(double value) {
            status = Http.status(value);
        }

        void traced(boolean value) {
            traced = value;
        }

        Http build() {
            return new Http(method, url, userAgent, clientIp, status, traced);
        }
    }
}
