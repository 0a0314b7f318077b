package com.anycompany.xray.spring;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/**
 * Servlet request listener: ends the segment of a failed request after the container has completed it. Only then is the status
 * known: the container converts an uncaught exception into a 500 after the last filter has returned, and renders the error
 * page, which may call other services.
 *
 * <p>Decision: docs/adr/011-requests-end-after-the-error-page.md.
 */
final class RequestEndListener implements ServletRequestListener {

    private static final String ACTIVE = RequestEndListener.class.getName();

    /** Whether the container calls this listener for the request; MockMvc doesn't. */
    static boolean isActive(ServletRequest request) {
        return request.getAttribute(ACTIVE) != null;
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        event.getServletRequest().setAttribute(ACTIVE, Boolean.TRUE);
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
