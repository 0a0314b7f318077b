package com.anycompany.shop.frontend.web;

import com.anycompany.xray.spring.CurrentTrace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stores the trace id in the request, because error pages are rendered after the trace has ended. It comes before the starter's
 * filter for refused bodies, whose error pages name their trace, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TraceLinkFilter extends OncePerRequestFilter {

    private final String template;

    TraceLinkFilter(@Value("${shop.trace-url}") String template) {
        this.template = template;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CurrentTrace.id().ifPresent(id -> request.setAttribute("trace", TraceLink.of(id, template)));
        chain.doFilter(request, response);
    }
}
