package com.anycompany.xray.local.http;

/** HTTP endpoint: answers the requests for some of the paths. */
public interface Endpoint {

    /** The largest body: 50 documents of 64 KB, each twice as long after its quotes are escaped, and some reserve. */
    int MAX_BODY_BYTES = 8 << 20;

    boolean serves(String method, String path);

    /** To be overridden where more than method and path decides. */
    default boolean serves(HttpRequest request) {
        return serves(request.method(), request.path());
    }

    /** @throws ApiException becomes an error response in the format of the X-Ray API */
    HttpResponse handle(HttpRequest request);

    /** The response to a request with a larger body than allowed; the body has been discarded. */
    default HttpResponse refuseTooLarge(HttpRequest request) {
        return HttpResponse.error(
                413, "RequestEntityTooLargeException", "the body has more than " + MAX_BODY_BYTES + " bytes");
    }

    /** The response to a request whose body didn't arrive in time. */
    default HttpResponse refuseSlow(HttpRequest request, String message) {
        return HttpResponse.error(408, "RequestTimeoutException", message).with("Connection", "close");
    }

    /** The response to a request that the server doesn't take from there: its host is unknown, or its origin foreign. */
    default HttpResponse refuseOrigin(HttpRequest request, String message) {
        return HttpResponse.error(403, "AccessDeniedException", message);
    }

    /** The response to a request that has failed through no fault of the client's; the failure has been logged. */
    default HttpResponse fail(HttpRequest request, String message) {
        return HttpResponse.error(500, "InternalFailure", message);
    }

    /** The response to a request whose body would take more memory than is left for bodies; it may be repeated. */
    default HttpResponse refuseBusy(HttpRequest request) {
        return HttpResponse.error(429, "ThrottledException", "too many bodies are being received; try again");
    }
}
