package com.anycompany.shop.frontend.web;

import java.time.Instant;

/** Shopper cookies for tests. */
public final class TestShopper {

    private TestShopper() {}

    /** The cookie of a new shopper. */
    public static String cookie() {
        return ShopperSecret.draw(Instant.now()).text();
    }

    /** The id of the shopper whom this cookie makes. */
    public static String idOf(String cookie) {
        return ShopperSecrets.read(cookie, Instant.now()).ids().get(0).value();
    }
}
