package com.anycompany.shop.system;

import java.net.URI;

/** Takes out of a text what differs from run to run. */
final class Volatile {

    private static final String UUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final String EAN = "\\b\\d{13}\\b";

    private Volatile() {}

    static String replace(String text) {
        return text.replaceAll(UUID, "{uuid}").replaceAll(EAN, "{ean}");
    }

    /** Path and query: hosts and ports differ. */
    static String pathOf(String url) {
        URI address = URI.create(url);
        return address.getRawQuery() == null ? address.getPath() : address.getPath() + "?" + address.getRawQuery();
    }
}
