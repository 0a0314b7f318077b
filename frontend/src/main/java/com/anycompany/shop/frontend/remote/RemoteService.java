package com.anycompany.shop.frontend.remote;

import java.util.Locale;

/** The services that the storefront calls; an error page says which one is missing. */
public enum RemoteService {
    CATALOG,
    CART,
    ORDER,
    RECOMMENDATION;

    /** Such as {@code catalogservice}. */
    String serviceName() {
        return name().toLowerCase(Locale.ROOT) + "service";
    }
}
