package com.anycompany.xray.local.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Router: passes each request to the first endpoint that serves its method and path. */
public final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Endpoint> endpoints;
    private final UnservedRequests unserved;

    public Router(List<Endpoint> endpoints) {
        this(endpoints, UnservedRequests.IGNORED);
    }

    public Router(List<Endpoint> endpoints, UnservedRequests unserved) {
        this.endpoints = List.copyOf(endpoints);
        this.unserved = unserved;
    }

    UnservedRequests unserved() {
        return unserved;
    }

    /** @param tooLarge whether the request's body was larger than allowed and has been discarded */
    HttpResponse route(HttpRequest request, boolean tooLarge) {
        try {
            Endpoint endpoint = endpoint(request.method(), request.path());
            if (endpoint == null) {
                return notFound(request);
            }
            return tooLarge ? endpoint.refuseTooLarge(request) : endpoint.handle(request);
        } catch (ApiException e) {
            return HttpResponse.error(e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return HttpResponse.error(500, "InternalFailure", "X-Ray Local failed; its log says why");
        }
    }

    private @Nullable Endpoint endpoint(String method, String path) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.serves(method, path)) {
                return endpoint;
            }
        }
        return null;
    }

    private HttpResponse notFound(HttpRequest request) {
        String advice = unserved.advice(request.method(), request.path(), request.header("Content-Type"));
        return request.method().equals("POST")
                ? HttpResponse.error(
                        404,
                        "UnknownOperationException",
                        "there is no operation at POST " + request.path() + (advice == null ? "" : ". " + advice))
                : HttpResponse.methodNotAllowed(request);
    }
}
