package com.anycompany.xray.local.http;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Router: passes each request to the first endpoint that serves its method and path. */
public final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    static final Router NONE = new Router(List.of());

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
        Endpoint endpoint = endpoint(request);
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

    HttpResponse refuseSlow(HttpRequest request, String message) {
        return endpoint(request).refuseSlow(request, message);
    }

    HttpResponse refuseOrigin(HttpRequest request, String message) {
        return endpoint(request).refuseOrigin(request, message);
    }

    private Endpoint endpoint(HttpRequest request) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.serves(request)) {
                return endpoint;
            }
        }
        return new Unserved();
    }

    /** Endpoint for what none serves: refuses as every endpoint does that has no protocol of its own. */
    private final class Unserved implements Endpoint {

        @Override
        public boolean serves(String method, String path) {
            return true;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            return notFound(request);
        }
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
