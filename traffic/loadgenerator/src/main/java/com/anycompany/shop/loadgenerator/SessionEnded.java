package com.anycompany.shop.loadgenerator;

/** Ends a shopper's session early; the error behind it, if any, has already been counted. */
final class SessionEnded extends Exception {

    enum Reason {
        /** The storefront didn't answer. */
        UNREACHABLE,
        /** An error page where none was expected. */
        ERROR_PAGE,
        /** The load ends. */
        LOAD_ENDS
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    SessionEnded(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
