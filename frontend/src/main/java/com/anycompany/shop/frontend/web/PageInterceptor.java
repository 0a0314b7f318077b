package com.anycompany.shop.frontend.web;

import com.anycompany.shop.frontend.cart.CartClient;
import com.anycompany.shop.frontend.product.CategoryMenu;
import com.anycompany.shop.frontend.remote.Calls;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Opens a {@link Page} for each request that a controller answers, and tells the trace whose it is. */
@Component
class PageInterceptor implements HandlerInterceptor {

    static final String PAGE = "page";

    private final Executor executor;
    private final CartClient carts;
    private final CategoryMenu menu;
    private final Duration budget;

    PageInterceptor(
            @Qualifier("applicationTaskExecutor") Executor executor,
            CartClient carts,
            CategoryMenu menu,
            @Value("${shop.page-budget}") Duration budget) {
        this.executor = executor;
        this.carts = carts;
        this.menu = menu;
        this.budget = budget;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            Page page = new Page(new Cookies(request, response), new Calls(executor, budget), carts, menu);
            CurrentTrace.user(page.shopper());
            CurrentTrace.annotate("shopper_id", page.shopper());
            sendCsrfCookieBeforeTheBody(request);
            if (request.getMethod().equals("GET")) {
                page.begin();
            }
            request.setAttribute(PAGE, page);
        }
        return true;
    }

    /** Templates ask for the token when they come to a form, which is too late for a cookie on a long page. */
    private static void sendCsrfCookieBeforeTheBody(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
