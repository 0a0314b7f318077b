package com.anycompany.service.spring.server;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Servlet filter that answers requests whose body was too large or too slow. It comes after the request's trace was begun, so
 * that these are seen in traces.
 */
final class RefusedBodyFilter implements Filter {

    private final RefusalWriter writer;
    private final MeterRegistry meters;

    RefusedBodyFilter(RefusalWriter writer, MeterRegistry meters) {
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal) {
            meters.counter("service.requests.refused", "reason", refusal.slug()).increment();
            writer.write(refusal, (HttpServletRequest) request, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
