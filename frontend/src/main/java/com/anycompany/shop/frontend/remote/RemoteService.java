package com.anycompany.shop.frontend.remote;

/** The services behind the storefront; each page says in plain words which one it misses. */
public enum RemoteService {
    CATALOG,
    CART,
    ORDER,
    RECOMMENDATION
}
