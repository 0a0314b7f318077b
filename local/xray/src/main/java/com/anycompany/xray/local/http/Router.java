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

    /** Answers a request whose body was received, or discarded for one of the reasons. */
    HttpResponse route(HttpRequest request, RequestBody.Outcome outcome) {
        Endpoint endpoint = endpoint(request.method(), request.path());
        if (endpoint == null) {
            return notFound(request);
        }
        try {
            return switch (outcome) {
                case RECEIVED -> endpoint.handle(request);
                case TOO_LARGE -> endpoint.refuseTooLarge(request);
                case BUSY -> endpoint.refuseBusy(request);
            };
        } catch (ApiException e) {
            return HttpResponse.error(e);
        } catch (Throwable e) {
            return failed(endpoint, request, e);
        }
    }

    /**
     * Errors, too: a request that needs more memory or a deeper stack than there is fails alone. What it had allocated is
     * garbage by now.
     */
    private static HttpResponse failed(Endpoint endpoint, HttpRequest request, Throwable failure) {
        LOG.error("{} {} failed", request.method(), request.path(), failure);
        return endpoint.fail(
                request,
                failure instanceof OutOfMemoryError
                        ? "the answer takes more memory than X-Ray Local has; ask for less, or give it a larger -Xmx"
                        : "X-Ray Local failed; its log says why");
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
