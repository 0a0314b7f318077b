package com.anycompany.shop.frontend.web;

/** Text that can't be an id; in an address it means that there is no such page. */
public final class InvalidIdException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidIdException() {
        super("An id has 1 to 64 letters, digits, '-' or '_'");
    }
}
