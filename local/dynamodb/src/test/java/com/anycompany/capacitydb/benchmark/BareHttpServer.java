package com.anycompany.capacitydb.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server that CapacityDB has, with nothing behind it: reads a request and answers {@code {}}. */
public final class BareHttpServer {

    private BareHttpServer() {}

    public static void main(String[] arguments) throws Exception {
        Server server = new Server(new QueuedThreadPool(32, 4));
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Content.Source.asByteBuffer(request);
                response.write(true, ByteBuffer.wrap("{}".getBytes(StandardCharsets.US_ASCII)), callback);
                return true;
            }
        });
        server.start();
        System.out.println("The HTTP server listens on http://127.0.0.1:" + connector.getLocalPort());
        server.join();
    }
}
