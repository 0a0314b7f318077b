package com.anycompany.service.spring.problem;

import com.anycompany.service.spring.server.Refusal;
import com.anycompany.service.spring.server.RefusalWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Answers refused requests with problem responses, without the dispatcher servlet: refusing must cost little. */
final class ProblemRefusalWriter implements RefusalWriter {

    private final ProblemResponses responses;
    private final JsonMapper json;

    ProblemRefusalWriter(ProblemResponses responses, JsonMapper json) {
        this.responses = responses;
        this.json = json;
    }

    @Override
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemDetail problem = ProblemTypes.body(refusal.status(), refusal.slug());
        problem.setDetail(refusal.detail());
        problem.setInstance(URI.create(request.getRequestURI()));
        responses.complete(problem);
        HttpHeaders headers = new HttpHeaders();
        if (refusal.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()));
        }
        responses
                .headers(headers, problem)
                .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        byte[] body = json.writeValueAsBytes(members(problem));
        response.setStatus(refusal.status().value());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The members in the order in which Spring writes them. */
    private static Map<String, Object> members(ProblemDetail problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", String.valueOf(problem.getType()));
        members.put("title", String.valueOf(problem.getTitle()));
        members.put("status", problem.getStatus());
        members.put("detail", String.valueOf(problem.getDetail()));
        members.put("instance", String.valueOf(problem.getInstance()));
        Map<String, Object> properties = problem.getProperties();
        if (properties != null) {
            members.putAll(properties);
        }
        return members;
    }
}
