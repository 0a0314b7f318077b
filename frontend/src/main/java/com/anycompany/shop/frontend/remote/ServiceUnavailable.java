package com.anycompany.shop.frontend.remote;

/** A service gave no answer in time, or a 5xx; the page is shown without its content, or an error page says so. */
public final class ServiceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RemoteService service;

    ServiceUnavailable(RemoteService service, Throwable cause) {
        super(service.serviceName() + " is unavailable", cause);
        this.service = service;
    }

    public RemoteService service() {
        return service;
    }
}
