package com.anycompany.xray.spring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A service that does everything that can happen to a request. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TestService.Api.class)
class TestService {

    /** Declines. */
    static final class Declined extends RuntimeException {}

    /** Lacks something. */
    static final class Unavailable extends RuntimeException {
        Unavailable(String message) {
            super(message);
        }
    }

    /** The error page. */
    @Bean
    ErrorViewResolver errorPage() {
        View page = (model, request, response) -> {
            response.setContentType("text/html");
            response.getWriter()
                    .write("trace " + request.getAttribute("xray.traceId") + ", and still "
                            + CurrentTrace.id().orElse("none"));
        };
        return (request, status, model) -> new ModelAndView(page);
    }

    @RestController
    static class Api {

        @GetMapping("/ok")
        String ok() {
            return "fine";
        }

        @GetMapping("/status/{status}")
        ResponseEntity<Void> status(@PathVariable int status) {
            return ResponseEntity.status(status).build();
        }

        @GetMapping("/boom")
        String boom() {
            throw new IllegalStateException("boom", new RuntimeException("inner"));
        }

        @GetMapping("/declined")
        String declined() {
            throw new Declined();
        }

        @GetMapping("/unavailable")
        String unavailable() {
            throw new Unavailable("no stock list");
        }

        @ExceptionHandler
        ProblemDetail on(Declined declined) {
            return ProblemDetail.forStatus(HttpStatus.PAYMENT_REQUIRED);
        }

        @ExceptionHandler
        ProblemDetail on(Unavailable unavailable) {
            return ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
