package com.anycompany.xray.local.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Connection factory for HTTP/2 without TLS, by which gRPC comes. A connection has to begin with it: the upgrade of a request, which
 * Java's HTTP client offers each time, isn't taken, so that such clients go on with HTTP/1.1.
 *
 * <p>Decision: docs/adr/063-grpc-by-jetty.md.
 */
final class Http2Connections extends HTTP2CServerConnectionFactory {

    private static final String PREFACE = "PRI";
    private static final int MAX_STREAMS = 128;

    /** Frames a second that cost a server more than a client; gRPC's clients send a PING now and then. */
    private static final int MAX_CONTROL_FRAMES = 500;

    Http2Connections(HttpConfiguration http) {
        super(http);
        setMaxConcurrentStreams(MAX_STREAMS);
        setRateControlFactory(new WindowRateControl.Factory(MAX_CONTROL_FRAMES));
    }

    @Override
    public @Nullable Connection upgradeConnection(
            Connector connector, EndPoint endPoint, MetaData.Request request, HttpFields.Mutable response) {
        return PREFACE.equals(request.getMethod())
                ? super.upgradeConnection(connector, endPoint, request, response)
                : null;
    }
}
