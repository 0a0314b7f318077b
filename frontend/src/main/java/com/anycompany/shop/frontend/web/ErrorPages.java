package com.anycompany.shop.frontend.web;

import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says in plain words what went wrong; never how. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    /** A part of the shop is away; the page says which. */
    @ExceptionHandler
    ModelAndView unavailable(ServiceUnavailable absence, HttpServletResponse response) {
        log.warn("{}: {}", absence.getMessage(), String.valueOf(absence.getCause()));
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return page("503", HttpStatus.SERVICE_UNAVAILABLE)
                .addObject("service", absence.service().name().toLowerCase(Locale.ROOT));
    }

    /** Where the container sends whatever else has failed. */
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        HttpStatus status = status(request);
        return switch (status) {
            case NOT_FOUND -> page("404", status);
            case FORBIDDEN -> page("403", status);
            case SERVICE_UNAVAILABLE -> page("503", status);
            default -> page(status.is4xxClientError() ? "4xx" : "5xx", status);
        };
    }

    private static ModelAndView page(String name, HttpStatus status) {
        return new ModelAndView("error/" + name, status).addObject("status", status.value());
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return told == null ? HttpStatus.INTERNAL_SERVER_ERROR : told;
    }
}
