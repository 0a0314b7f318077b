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
import org.jspecify.annotations.Nullable;

/**
 * Servlet filter that answers requests whose body was too large or too slow, and uploads where the service takes none. It comes
 * after the request's trace was begun, so that these are seen in traces, and before any filter that reads parameters: those of an
 * upload aren't read, so a CSRF filter would miss its token.
 */
final class RefusedBodyFilter implements Filter {

    private static final String MULTIPART = "multipart/";

    private final boolean takesUploads;
    private final RefusalWriter writer;
    private final MeterRegistry meters;

    RefusedBodyFilter(boolean takesUploads, RefusalWriter writer, MeterRegistry meters) {
        this.takesUploads = takesUploads;
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Refusal refusal = reason(request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            meters.counter("service.requests.refused", "reason", refusal.slug()).increment();
            writer.write(refusal, (HttpServletRequest) request, (HttpServletResponse) response);
        }
    }

    private @Nullable Refusal reason(ServletRequest request) {
        if (!takesUploads && isUpload(request)) {
            return Refusal.upload();
        }
        return request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal ? refusal : null;
    }

    private static boolean isUpload(ServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }
}
