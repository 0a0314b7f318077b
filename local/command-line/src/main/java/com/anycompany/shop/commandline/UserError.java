package com.anycompany.shop.commandline;

/** An error that the user can correct: its message says in one line what is wrong and what to do; the exit code is 1. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message, null, false, false);
    }
}
