package com.anycompany.xray.local.segment;

import org.jspecify.annotations.Nullable;

/** One exception of a {@code cause}, without its stack; id 0 means that none was given. */
public record Thrown(
        long id, @Nullable String type, @Nullable String message, boolean remote) {

    /** Collects the fields of an exception. */
    static final class Builder {

        private long id;
        private @Nullable String type;
        private @Nullable String message;
        private boolean remote;

        void id(long value) {
            id = value;
        }

        void type(String value) {
            type = value;
        }

        void message(String value) {
            message = value;
        }

        void remote(boolean value) {
            remote = value;
        }

        Thrown build() {
            return new Thrown(id, type, message, remote);
        }
    }
}
