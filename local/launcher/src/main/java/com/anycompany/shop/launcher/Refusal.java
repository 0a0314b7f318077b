package com.anycompany.shop.launcher;

/** Says in one line why a command can't be done and what to do about it; ends it with exit code 1. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String line) {
        super(line, null, false, false);
    }
}
