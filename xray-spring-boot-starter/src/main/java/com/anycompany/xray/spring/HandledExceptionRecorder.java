package com.anycompany.xray.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Exception resolver that resolves nothing: stores the exception as a request attribute, for the segment's cause. */
final class HandledExceptionRecorder implements HandlerExceptionResolver, Ordered {

    /** The request attribute that holds an exception which an exception handler has handled. */
    static final String HANDLED = HandledExceptionRecorder.class.getName() + ".handled";

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (request.getAttribute(HANDLED) == null) {
            request.setAttribute(HANDLED, exception);
        }
        return null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
