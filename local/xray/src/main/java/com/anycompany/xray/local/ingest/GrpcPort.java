package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.http.UnservedRequests;
import org.jspecify.annotations.Nullable;

/** Endpoint for what comes to the port of gRPC and isn't gRPC: it is refused in the protocol that it came by. */
public final class GrpcPort implements Endpoint {

    private final UnservedRequests listener;
    private final String httpAddress;

    /**
     * @param listener reports the request
     * @param httpAddress host and port of OTLP over HTTP
     */
    public GrpcPort(UnservedRequests listener, String httpAddress) {
        this.listener = listener;
        this.httpAddress = httpAddress;
    }

    @Override
    public boolean serves(String method, String path) {
        return true;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        @Nullable String type = request.header("Content-Type");
        String message = "this port takes gRPC only; OTLP over HTTP is received at http://" + httpAddress;
        listener.advice(request.method(), request.path(), type);
        return request.isHttp2()
                ? HttpResponse.error(415, "UnsupportedMediaType", message)
                : HttpResponse.error(505, "HttpVersionNotSupported", message);
    }

    @Override
    public HttpResponse refuseTooLarge(HttpRequest request) {
        return handle(request);
    }
}
