package com.anycompany.service.spring.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.util.StringUtils;

/** Problem types that every service has, and how a slug becomes a type: {@code urn:problem:unknown-product}. */
final class ProblemTypes {

    static final String MALFORMED_REQUEST = "malformed-request";
    static final String INVALID_REQUEST = "invalid-request";
    static final String INTERNAL_ERROR = "internal-error";

    private static final String PREFIX = "urn:problem:";
    private static final String BLANK = "about:blank";

    private ProblemTypes() {}

    static ProblemDetail body(HttpStatusCode status, String slug) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        name(body, slug);
        return body;
    }

    /** Gives a type to a problem of Spring's own that has none, named after its status. */
    static void nameByStatus(ProblemDetail body) {
        if (body.getType() == null || body.getType().toString().equals(BLANK)) {
            name(body, byStatus(body.getStatus()));
        }
    }

    static String slug(ProblemDetail body) {
        String type = String.valueOf(body.getType());
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    private static void name(ProblemDetail body, String slug) {
        body.setType(URI.create(PREFIX + slug));
        body.setTitle(StringUtils.capitalize(slug.replace('-', ' ')));
    }

    private static String byStatus(int status) {
        if (status == HttpStatus.BAD_REQUEST.value()) {
            return MALFORMED_REQUEST;
        }
        if (status == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return INTERNAL_ERROR;
        }
        HttpStatus known = HttpStatus.resolve(status);
        return known == null
                ? "status-" + status
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
