package com.anycompany.shop.frontend.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Connection draining: before the server stops, each response asks for its connection to be closed.
 *
 * <p>A pod that is being terminated gets no new clients, but those that are connected go on using their connections. A client
 * that sends its next request while the server closes them gets no answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConnectionDraining extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration period;
    private volatile boolean running;
    private volatile boolean draining;

    ConnectionDraining(@Value("${shop.draining}") Duration period) {
        this.period = period;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void stop(Runnable stopped) {
        draining = true;
        CompletableFuture.delayedExecutor(period.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    stop();
                    stopped.run();
                });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop: before the server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
