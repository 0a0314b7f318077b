package com.anycompany.capacitydb.http;

import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * HTTP connection that knows how long it has waited for the rest of a header. Jetty's own time-out begins anew with each byte, so a
 * client that sends a byte now and then would be waited for without end.
 */
final class TimedConnection extends HttpConnection {

    /** When the first byte of a header came whose last one hasn't; 0 for none. */
    private volatile long headerBegan;

    private TimedConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
        super(configuration, connector, endPoint);
    }

    /** Makes such connections. */
    static HttpConnectionFactory factory(HttpConfiguration configuration) {
        return new HttpConnectionFactory(configuration) {
            @Override
            public Connection newConnection(Connector connector, EndPoint endPoint) {
                return configure(new TimedConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
            }
        };
    }

    /** Tells a request's connection that the header is complete, and later that the whole request is. */
    static void received(Request request) {
        if (request.getConnectionMetaData().getConnection() instanceof TimedConnection connection) {
            connection.headerBegan = 0;
            Request.addCompletionListener(request, failure -> connection.headerBegan = 0);
        }
    }

    /** Closes a connection whose header has taken longer than allowed. */
    static void closeIfLate(EndPoint endPoint, Duration allowed) {
        if (endPoint.getConnection() instanceof TimedConnection connection) {
            long began = connection.headerBegan;
            if (began != 0 && System.nanoTime() - began > allowed.toNanos()) {
                endPoint.close();
            }
        }
    }

    @Override
    public void onFillable() {
        if (headerBegan == 0) {
            headerBegan = System.nanoTime();
        }
        super.onFillable();
    }
}
