package com.anycompany.capacitydb.http;

import java.util.concurrent.ThreadLocalRandom;

/** Makes ids of requests in the form of the service: 52 capital letters and digits. */
final class RequestIds {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 52;

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return new String(id);
    }
}
