package com.anycompany.xray.local.clients;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.logging.Logger;

/** A service that asks another one before it answers, and knows nothing of tracing; prints its port. */
final class RelayProgram {

    private static final Logger LOG = Logger.getLogger("relay");

    private RelayProgram() {}

    public static void main(String[] arguments) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(URI.create(arguments[0])).build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/relay", exchange -> {
            try {
                client.send(question, HttpResponse.BodyHandlers.discarding());
                LOG.info("relayed");
                exchange.sendResponseHeaders(200, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
        System.out.println("PORT " + server.getAddress().getPort());
    }
}
