package com.anycompany.shop.frontend.web;

import com.anycompany.service.spring.server.Refusal;
import com.anycompany.service.spring.server.RefusalWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Page for requests that are refused because of overload: a finished file, which costs little to send. Other refusals get the
 * usual error pages.
 */
@Component
class OverloadPage implements RefusalWriter {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final byte[] page = read("pages/overload.html");

    /** After a form was sent, whose address can't be opened by a link. */
    private final byte[] pageAfterForm = read("pages/overload-form.html");

    private static byte[] read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (refusal.status() != HttpStatus.SERVICE_UNAVAILABLE) {
            response.sendError(refusal.status().value());
            return;
        }
        response.setStatus(refusal.status().value());
        if (refusal.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()));
        }
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        byte[] body = request.getMethod().equals("POST") ? pageAfterForm : page;
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
