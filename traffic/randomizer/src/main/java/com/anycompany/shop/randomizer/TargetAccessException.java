package com.anycompany.shop.randomizer;

/** A target can't be listed, killed or checked at the moment. The message is for the log; the randomizer continues. */
final class TargetAccessException extends Exception {

    private static final long serialVersionUID = 1L;

    TargetAccessException(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
