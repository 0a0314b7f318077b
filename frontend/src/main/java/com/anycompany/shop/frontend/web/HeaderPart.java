package com.anycompany.shop.frontend.web;

/**
 * Part of the header of every page that another service has the content of, such as the number of items in the cart. Each
 * request has an object of its own, which is a request attribute for controllers and templates.
 */
public interface HeaderPart {

    /** Starts the calls that this part needs, so that they run beside those of the page itself. */
    void prefetch();

    /** Creates a part for each request. */
    interface Factory {

        /** The name of the request attribute. */
        String attribute();

        HeaderPart create(Page page);
    }
}
