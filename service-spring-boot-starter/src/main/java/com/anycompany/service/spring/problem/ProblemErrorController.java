package com.anycompany.service.spring.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Error page of the servlet container as a problem response, for failures outside of controllers, such as in a filter. */
@RestController
final class ProblemErrorController implements ErrorController {

    private final ProblemResponses responses;

    ProblemErrorController(ProblemResponses responses) {
        this.responses = responses;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : HttpStatus.NOT_FOUND.value();
        ProblemDetail body = ProblemDetail.forStatus(status);
        responses.complete(body);
        return ResponseEntity.status(status)
                .headers(responses.headers(null, body))
                .body(body);
    }
}
