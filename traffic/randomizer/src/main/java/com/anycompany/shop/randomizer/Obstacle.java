package com.anycompany.shop.randomizer;

/** What kept the randomizer from seeing or killing somebody, in words for its log; it goes on all the same. */
final class Obstacle extends Exception {

    private static final long serialVersionUID = 1L;

    Obstacle(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
