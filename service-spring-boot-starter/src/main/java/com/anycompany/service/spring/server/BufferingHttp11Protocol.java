package com.anycompany.service.spring.server;

import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with bounded connections ({@link BoundedEndpoint}) and bodies that are received before a thread works on
 * their request ({@link BodyBufferingAdapter}). Public, because Tomcat creates it by its name.
 */
public final class BufferingHttp11Protocol extends Http11NioProtocol {

    private final BoundedEndpoint endpoint;
    private @Nullable BodyBudget budget;

    public BufferingHttp11Protocol() {
        this(new BoundedEndpoint());
    }

    private BufferingHttp11Protocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Called before the connector is initialised, which sets the adapter. */
    void limit(HttpServerProperties.Connections connections, BodyBudget bodies) {
        endpoint.limit(connections);
        budget = bodies;
    }

    long refusedConnections() {
        return endpoint.refused();
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(budget == null ? adapter : new BodyBufferingAdapter(adapter, budget));
    }
}
