package com.anycompany.shop.frontend.remote;

/** The services that the storefront calls; an error page says which one is missing. */
public enum RemoteService {
    CATALOG,
    CART,
    ORDER,
    RECOMMENDATION
}
