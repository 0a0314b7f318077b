package com.anycompany.xray.local.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.jspecify.annotations.Nullable;

/** Connection factory for HTTP/2 without TLS at a port that doesn't speak it: it only reports the attempt. Jetty answers 426. */
final class Http2Refusal extends AbstractConnectionFactory implements ConnectionFactory.Upgrading {

    private static final String PREFACE = "PRI";

    private final UnservedRequests listener;

    Http2Refusal(UnservedRequests listener) {
        super("h2c");
        this.listener = listener;
    }

    @Override
    public @Nullable Connection upgradeConnection(
            Connector connector, EndPoint endPoint, MetaData.Request request, HttpFields.Mutable response) {
        if (PREFACE.equals(request.getMethod())) {
            listener.advice(PREFACE, "*", null);
        }
        return null;
    }

    @Override
    public @Nullable Connection newConnection(Connector connector, EndPoint endPoint) {
        throw new UnsupportedOperationException("HTTP/2 isn't spoken");
    }
}
