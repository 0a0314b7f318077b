package com.anycompany.shop.frontend.web;

import com.anycompany.service.spring.problem.InvalidValueException;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Error pages: they say what is missing and what to do, and never show an exception. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final List<RefusedForms> refusedForms;

    ErrorPages(List<RefusedForms> refusedForms) {
        this.refusedForms = refusedForms;
    }

    /** A service is unavailable; the page says which part of the shop is missing. */
    @ExceptionHandler
    ModelAndView unavailable(ServiceUnavailable unavailable, HttpServletResponse response) {
        log.warn("{}: {}", unavailable.getMessage(), String.valueOf(unavailable.getCause()));
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return page("503", HttpStatus.SERVICE_UNAVAILABLE).addObject("service", unavailable.missing());
    }

    /** An address or a field that can't be read: an invalid id means that there is no such page. */
    @ExceptionHandler
    void unreadable(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
        boolean unknown = NestedExceptionUtils.getMostSpecificCause(mismatch) instanceof InvalidValueException;
        response.sendError(unknown ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
    }

    /** The container's error dispatch, for everything else. */
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        HttpStatus status = status(request);
        return switch (status) {
            case NOT_FOUND -> page("404", status);
            case FORBIDDEN -> page("403", status).addObject("refused", refusedForm(request));
            case UNSUPPORTED_MEDIA_TYPE -> page("415", status);
            case SERVICE_UNAVAILABLE -> page("503", status);
            default -> page(status.is4xxClientError() ? "4xx" : "5xx", status);
        };
    }

    private @Nullable Object refusedForm(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return refusedForms.stream()
                .<Object>flatMap(forms -> forms.offer(path, request).stream())
                .findFirst()
                .orElse(null);
    }

    private static ModelAndView page(String name, HttpStatus status) {
        return new ModelAndView("error/" + name, status).addObject("status", status.value());
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus reported = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return reported == null ? HttpStatus.INTERNAL_SERVER_ERROR : reported;
    }
}
