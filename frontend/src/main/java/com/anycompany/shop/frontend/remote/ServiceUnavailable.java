package com.anycompany.shop.frontend.remote;

import java.util.Locale;

/** A service gave no answer in time, or a 5xx; the page is shown without its content, or an error page says so. */
public final class ServiceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RemoteService service;
    private final String missing;

    ServiceUnavailable(RemoteService service, Throwable cause) {
        this(service, service.name().toLowerCase(Locale.ROOT), cause);
    }

    private ServiceUnavailable(RemoteService service, String missing, Throwable cause) {
        super(service.serviceName() + " is unavailable", cause);
        this.service = service;
        this.missing = missing;
    }

    public RemoteService service() {
        return service;
    }

    /** The same failure where it means that something else is missing, such as {@code prices}. */
    public ServiceUnavailable asMissing(String what) {
        Throwable cause = getCause();
        return new ServiceUnavailable(service, what, cause == null ? this : cause);
    }

    /** What is missing, for the error page: {@code error.503.} and this is the key of its message. */
    public String missing() {
        return missing;
    }
}
