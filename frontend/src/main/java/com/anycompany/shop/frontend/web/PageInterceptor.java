package com.anycompany.shop.frontend.web;

import com.anycompany.shop.frontend.remote.RemoteCalls;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Creates the {@link Page} and its header parts for each request that a controller handles. */
@Component
class PageInterceptor implements HandlerInterceptor {

    private final Executor executor;
    private final List<HeaderPart.Factory> headerParts;
    private final Duration budget;
    private final Clock clock;

    PageInterceptor(
            @Qualifier("applicationTaskExecutor") Executor executor,
            List<HeaderPart.Factory> headerParts,
            @Value("${shop.page-budget}") Duration budget,
            Clock clock) {
        this.executor = executor;
        this.headerParts = headerParts;
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            Page page = new Page(new Cookies(request, response), new RemoteCalls(executor, budget), clock.instant());
            request.setAttribute(Page.ATTRIBUTE, page);
            String shopper = page.shopper().value();
            CurrentTrace.user(shopper);
            CurrentTrace.annotate("shopper_id", shopper);
            sendCsrfCookieBeforeTheBody(request);
            addHeader(page, request);
        }
        return true;
    }

    private void addHeader(Page page, HttpServletRequest request) {
        boolean shown = request.getMethod().equals("GET");
        for (HeaderPart.Factory factory : headerParts) {
            HeaderPart part = factory.create(page);
            request.setAttribute(factory.attribute(), part);
            if (shown) {
                part.prefetch();
            }
        }
    }

    /** Templates ask for the token when they come to a form, which is too late for a cookie on a long page. */
    private static void sendCsrfCookieBeforeTheBody(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
