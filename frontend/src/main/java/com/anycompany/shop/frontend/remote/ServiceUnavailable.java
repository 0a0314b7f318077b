package com.anycompany.shop.frontend.remote;

/** A service didn't answer, not in time, or with a failure of its own; the page degrades or says so. */
public final class ServiceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RemoteService service;

    ServiceUnavailable(RemoteService service, Throwable cause) {
        super(service + " is unavailable", cause);
        this.service = service;
    }

    public RemoteService service() {
        return service;
    }
}
