package com.anycompany.xray.spring;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/**
 * Ends the segment of a request that went wrong when the container is done with it. Only then is the status known: the
 * container turns an uncaught exception into a 500 after the last filter has returned, and renders the error page, which may
 * make calls of its own.
 *
 * <p>Decision: docs/adr/011-requests-end-after-the-error-page.md.
 */
final class TraceEnd implements ServletRequestListener {

    private static final String AWAITED = TraceEnd.class.getName();

    /** Whether the container will tell the end of this request; MockMvc, for one, doesn't. */
    static boolean isAwaited(ServletRequest request) {
        return request.getAttribute(AWAITED) != null;
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        event.getServletRequest().setAttribute(AWAITED, Boolean.TRUE);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        ServletRequest request = event.getServletRequest();
        if (request.getAttribute(TracedRequest.ATTRIBUTE) instanceof TracedRequest traced
                && !request.isAsyncStarted()) {
            traced.finish();
        }
    }
}
