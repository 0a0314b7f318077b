package com.anycompany.service.spring.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * First servlet filter: refuses requests before they cost anything. In this order: those on the wrong port, those that are
 * addressed to another host or come from a page of one, and those for which there is no place among the concurrent requests.
 * The metric {@code service.requests.refused} counts them, since they have no trace.
 */
final class EntryFilter implements Filter {

    private final ManagementConnector management;
    private final String actuatorPath;
    private final HostCheck hosts;
    private final Admission admission;
    private final RefusalWriter writer;
    private final MeterRegistry meters;
    private final Map<String, Counter> refusedByReason = new ConcurrentHashMap<>();

    EntryFilter(
            ManagementConnector management,
            String actuatorPath,
            HostCheck hosts,
            Admission admission,
            RefusalWriter writer,
            MeterRegistry meters) {
        this.management = management;
        this.actuatorPath = actuatorPath;
        this.hosts = hosts;
        this.admission = admission;
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        Refusal refusal = reason(request);
        if (refusal != null) {
            refuse(refusal, request, response);
        } else if (isForManagement(request)) {
            chain.doFilter(request, response);
        } else {
            admit(request, response, chain);
        }
    }

    private @Nullable Refusal reason(HttpServletRequest request) {
        if (management.localPort() > 0 && isForManagement(request) != isActuator(request)) {
            return Refusal.notFound(request.getRequestURI());
        }
        if (!hosts.allows(request.getHeader("Host"), request.getHeader("Origin"))) {
            return Refusal.of(
                    HttpStatus.FORBIDDEN,
                    "foreign-host",
                    "This server doesn't answer requests for that Host, or from pages of that Origin."
                            + " Its operator can add the name to service.server.allowed-hosts.");
        }
        return null;
    }

    private boolean isForManagement(HttpServletRequest request) {
        return request.getLocalPort() == management.localPort();
    }

    private boolean isActuator(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(actuatorPath) || path.startsWith(actuatorPath + "/");
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!admission.enter(request)) {
            refuse(Refusal.overloaded(admission.retryAfter()), request, response);
            return;
        }
        Place place = new Place(admission);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(place);
            } else {
                place.leave();
            }
        }
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusedByReason
                .computeIfAbsent(refusal.slug(), reason -> meters.counter("service.requests.refused", "reason", reason))
                .increment();
        writer.write(refusal, request, response);
    }

    /** The place of one request, which it leaves exactly once. */
    private static final class Place implements AsyncListener {

        private final Admission admission;
        private final AtomicBoolean left = new AtomicBoolean();

        Place(Admission admission) {
            this.admission = admission;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                admission.leave();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
