package com.anycompany.xray.spring;

import java.util.concurrent.Callable;
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
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A service that does everything that can happen to a request. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({TestService.Api.class, TestService.Advice.class, TestCalls.class, TestWork.class})
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

        @GetMapping({"/ok", "/actuator/health", "/css/shop.css", "/favicon.ico"})
        String ok() {
            return CurrentTrace.id().orElse("none");
        }

        @GetMapping("/status/{status}")
        ResponseEntity<Void> status(@PathVariable int status) {
            return ResponseEntity.status(status).build();
        }

        @GetMapping("/annotated")
        void annotated() {
            CurrentTrace.user("Ann");
            CurrentTrace.annotate("order_id", "o-1");
            CurrentTrace.annotate("items", 3);
            CurrentTrace.annotate("express", true);
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

        @GetMapping("/async/ok")
        Callable<String> async() {
            return () -> CurrentTrace.id().orElse("none");
        }

        @GetMapping("/async/boom")
        Callable<String> asyncBoom() {
            return () -> {
                throw new IllegalStateException("boom");
            };
        }
    }

    @RestControllerAdvice
    static class Advice {

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
